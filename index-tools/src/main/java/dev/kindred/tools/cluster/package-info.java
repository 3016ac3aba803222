/**
 * A real OpenSearch cluster on this machine, for trying things out and for tests: several processes
 * of one unpacked distribution, on loopback only.
 *
 * <p>Uses the JDK and {@code push}'s REST client; used by the examples and the plugin's tests.
 */
package dev.kindred.tools.cluster;
