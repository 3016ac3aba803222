/**
 * How long a sequence model takes to read a session in the request, and what it allocates.
 *
 * <p>May use core, and {@code report}.
 */
package dev.kindred.benchmarks.encode;
