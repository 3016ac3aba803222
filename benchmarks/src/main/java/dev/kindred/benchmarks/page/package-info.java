/**
 * The bookshop's page: how long its answers take over HTTP.
 *
 * <p>May use all modules and {@code report}.
 */
package dev.kindred.benchmarks.page;
