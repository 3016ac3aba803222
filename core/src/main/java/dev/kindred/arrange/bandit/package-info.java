/**
 * The arithmetic of bandits: policies that value arms, linear regressions that learn one reward at
 * a time, chances of pages, and the store of posteriors. Arrangers are in the parent package.
 *
 * <p>May use {@code data}, {@code request} and EJML; never the parent package.
 */
package dev.kindred.arrange.bandit;
