/**
 * Models of several domains: a factorisation of each, and bridges learned from the users who are
 * known in two.
 *
 * <p>May use {@code data}, {@code model}, {@code internal}, the parent package and {@code
 * train.factor}.
 */
package dev.kindred.tools.train.domain;
