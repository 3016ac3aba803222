package dev.kindred.benchmarks.deep;

import dev.kindred.tools.train.registry.Trainers;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One network, trained by us and by the peer.
 *
 * @param label in the report
 * @param algorithm and
 * @param parameters of our trainer
 * @param data what both learn from
 * @param rows that an epoch of ours learns from
 * @param whole rows of an epoch on the whole data set
 * @param peer made when it is its turn
 */
record Contest(
    String label,
    String algorithm,
    Map<String, String> parameters,
    Histories data,
    long rows,
    long whole,
    Supplier<Peer> peer) {
  Contest {
    parameters = Map.copyOf(parameters);
    // A wrong parameter shall be found before anything is measured.
    Trainers.create(algorithm, parameters);
  }
}
