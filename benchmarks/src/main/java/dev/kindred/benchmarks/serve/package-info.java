/**
 * What an answer costs: candidates alone against candidates and blend, Lucene's own rescorer as
 * peer, whole recommendations with and without the Vector API. Uses {@code report}.
 */
package dev.kindred.benchmarks.serve;
