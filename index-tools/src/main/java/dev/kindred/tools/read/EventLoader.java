package dev.kindred.tools.read;

import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.read.config.EventRules;
import java.util.BitSet;
import java.util.Collection;

/** Loads events into the matrix that trainers read. */
public final class EventLoader {
  private EventLoader() {}

  /**
   * What was loaded.
   *
   * @param interactions the matrix; explicit when every event is a rating
   * @param report what the reading found
   * @param strangers events on items the catalogue lacks; they are in the matrix
   * @param strangeItems how many such items there are
   * @param weightless events left out because their type weighs 0
   */
  public record Loaded(
      Interactions interactions,
      ReadReport report,
      long strangers,
      int strangeItems,
      long weightless) {}

  /**
   * Reads the source once; twice when views follow ratings.
   *
   * @param rules weights and repeats; columns were the source's business
   * @param catalogue the ids of the known items, which get the first ordinals; empty when there is
   *     no catalogue
   */
  public static Loaded load(EventSource source, EventRules rules, Collection<String> catalogue) {
    try {
      return load(source, new Collector(rules, catalogue, true));
    } catch (MixedTypes mixed) {
      return load(source, new Collector(rules, catalogue, false));
    }
  }

  private static Loaded load(EventSource source, Collector collector) {
    ReadReport report = source.read(collector);
    return collector.finish(report);
  }

  /** Ratings came first, so their values were kept; then something else came. */
  private static final class MixedTypes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MixedTypes() {
      super(null, null, false, false);
    }
  }

  private static final class Collector implements EventSink {
    private final EventWeights weights;
    private final EventRules rules;
    private final Collection<String> catalogue;
    private final boolean mayBeExplicit;
    private InteractionsBuilder builder;
    private boolean explicit;
    private long weightless;

    Collector(EventRules rules, Collection<String> catalogue, boolean mayBeExplicit) {
      this.rules = rules;
      this.weights = rules.weights();
      this.catalogue = catalogue;
      this.mayBeExplicit = mayBeExplicit;
    }

    @Override
    public void accept(String user, String item, String type, float value, long time) {
      boolean rating = type.equals(Event.RATING);
      if (builder == null) {
        start(rating && mayBeExplicit);
      }
      if (explicit) {
        if (!rating) {
          throw new MixedTypes();
        }
        builder.add(user, item, value, time);
        return;
      }
      float strength = (float) weights.strength(type, value);
      if (strength == 0) {
        weightless++;
      } else {
        builder.add(user, item, strength, time);
      }
    }

    private void start(boolean ratings) {
      explicit = ratings;
      builder =
          new InteractionsBuilder(
              explicit, rules.repeat().orElse(explicit ? Repeats.LAST : Repeats.SUM));
      catalogue.forEach(builder::item);
    }

    Loaded finish(ReadReport report) {
      if (builder == null) {
        start(false);
      }
      Interactions matrix = builder.build();
      int known = catalogue.isEmpty() ? matrix.items().size() : catalogue.size();
      long strangers = 0;
      BitSet items = new BitSet();
      for (int p = 0; p < matrix.size(); p++) {
        if (matrix.item(p) >= known) {
          strangers++;
          items.set(matrix.item(p));
        }
      }
      return new Loaded(matrix, report, strangers, items.cardinality(), weightless);
    }
  }
}
