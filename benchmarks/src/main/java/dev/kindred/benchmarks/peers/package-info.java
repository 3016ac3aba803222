/**
 * Other libraries beside ours: the same ratings, the same questions, by turns, each in a process of
 * its own.
 *
 * <p>May use index-tools, {@code report}, {@code peers.child} and the scoreboard's tasks. The
 * libraries themselves are never on its class path; their adapters are modules below {@code
 * benchmarks/peers}, built only when asked for (Maven's profile {@code peers}).
 */
package dev.kindred.benchmarks.peers;
