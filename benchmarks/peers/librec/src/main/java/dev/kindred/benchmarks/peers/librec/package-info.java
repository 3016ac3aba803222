/**
 * LibRec as a peer.
 *
 * <p>May use {@code peers.child} and its library; nothing else of ours is on its class path.
 */
package dev.kindred.benchmarks.peers.librec;
