package dev.kindred.benchmarks.train;

import dev.kindred.data.Interactions;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A model whose training is measured, with the least that its algorithm has to do.
 *
 * @param parameters beside the defaults
 * @param passes how often the training goes over all events
 * @param unit what the floor counts
 * @param floor of one training on these events; row u of the events is user u
 */
record ModelCase(
    String name,
    Map<String, String> parameters,
    int passes,
    String unit,
    ToDoubleFunction<Interactions> floor) {
  static final String FLOPS = "multiply-adds";
  private static final String READS = "events read";
  private static final String PAIRS = "pairs of a user's items";
  private static final int EPOCHS = 3;
  private static final int FACTORS = 64;
  private static final int SINGULAR = 256;
  private static final int HALVINGS = 6;

  /** Models that learn from twenty million events in minutes, cheapest first. */
  static List<ModelCase> all() {
    String epochs = Integer.toString(EPOCHS);
    return List.of(
        new ModelCase("popularity", Map.of(), 1, READS, Interactions::size),
        new ModelCase("trend", Map.of(), 1, READS, Interactions::size),
        new ModelCase("bias", Map.of(), 20, READS, events -> 20.0 * events.size()),
        new ModelCase("userknn", Map.of(), 1, READS, Interactions::size),
        new ModelCase("rules", Map.of(), 1, READS, Interactions::size),
        new ModelCase("itemknn", Map.of(), 1, PAIRS, ModelCase::pairs),
        new ModelCase("cco", Map.of(), 1, PAIRS, ModelCase::pairs),
        new ModelCase("rp3beta", Map.of(), 1, PAIRS, ModelCase::pairs),
        new ModelCase(
            "als",
            Map.of("iterations", epochs, "factors", Integer.toString(FACTORS)),
            EPOCHS,
            FLOPS,
            ModelCase::als),
        new ModelCase("bpr", Map.of("epochs", epochs), EPOCHS, FLOPS, perEvent(8 * FACTORS)),
        new ModelCase(
            "mf",
            Map.of("solver", "sgd", "epochs", epochs, "factors", "64", "validation", "0"),
            EPOCHS,
            FLOPS,
            perEvent(3 * FACTORS)),
        new ModelCase(
            "svdpp", Map.of("epochs", epochs, "factors", "16"), EPOCHS, FLOPS, perEvent(8 * 16)),
        new ModelCase(
            "fm",
            Map.of(
                "iterations",
                epochs,
                "warmup",
                "0",
                "samples",
                "1",
                "factors",
                "10",
                "implicit",
                "false"),
            EPOCHS,
            FLOPS,
            perEvent(8 * 10)),
        new ModelCase(
            "autorec",
            Map.of("epochs", epochs, "factors", Integer.toString(FACTORS)),
            EPOCHS,
            FLOPS,
            perEvent(5 * FACTORS)),
        new ModelCase("gfcf", Map.of(), 2 * HALVINGS + 1, FLOPS, ModelCase::gfcf),
        new ModelCase("ease", Map.of(), 1, FLOPS, ModelCase::ease));
  }

  /** So many multiply-adds an event and epoch. */
  private static ToDoubleFunction<Interactions> perEvent(int multiplyAdds) {
    return events -> (double) multiplyAdds * EPOCHS * events.size();
  }

  /** Every two items of each user, in both orders and each with itself. */
  private static double pairs(Interactions events) {
    double pairs = 0;
    for (int user = 0; user < events.users().size(); user++) {
      double items = (double) events.to(user) - events.from(user);
      pairs += items * items;
    }
    return pairs;
  }

  private static double als(Interactions events) {
    AlsCase exact = new AlsCase(FACTORS, true, Double.NaN);
    return EPOCHS * exact.flops(events, events.transpose()) / 2;
  }

  /** The Gram matrix, and the inverse of a symmetric one. */
  private static double ease(Interactions events) {
    double items = events.items().size();
    return pairs(events) / 2 + items * items * items / 2;
  }

  /** Products of the sparse matrix with its singular vectors, and their Gram matrices. */
  private static double gfcf(Interactions events) {
    double products = (2.0 * HALVINGS + 1) * events.size() * SINGULAR;
    double grams = (HALVINGS + 1.0) * events.items().size() * SINGULAR * SINGULAR;
    return products + grams;
  }
}
