/**
 * What an epoch of the sequence models costs, beside PyTorch.
 *
 * <p>May use index-tools' trainers, {@code report}, and the engine-neutral half of DJL; PyTorch
 * itself is on the class path only when it was asked for (Maven's profile {@code djl}).
 */
package dev.kindred.benchmarks.deep;
