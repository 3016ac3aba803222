/**
 * The command line: one picocli class a command, and the console they speak through.
 *
 * <p>The only package that knows picocli, the console, the clock and chance. May use everything;
 * only {@code examples} and {@code benchmarks} may use it.
 */
package dev.kindred.tools.cli;
