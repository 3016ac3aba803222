package dev.kindred.tools.build;

import dev.kindred.Profiles;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.tools.read.config.EventRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.store.FSDirectory;

/**
 * Builds an index from scratch: reads, trains, writes, fits the normalisers by asking the new
 * index, verifies it, and only then makes it the current generation. Whatever goes wrong before
 * that, the generation before is still there and untouched.
 *
 * <pre>{@code
 * ItemSource items = Inputs.STRICT.items(Path.of("items.jsonl"));
 * EventSource events = Inputs.STRICT.events(Path.of("events.csv"));
 * BuildSpec spec = BuildSpec.of(Path.of("index"), items, events, now, 4);
 * BuildReport report = new IndexBuilder(BuildListener.NONE).build(spec);
 * }</pre>
 */
public final class IndexBuilder {
  private final BuildListener listener;

  public IndexBuilder(BuildListener listener) {
    this.listener = listener;
  }

  /**
   * Builds and publishes.
   *
   * @throws dev.kindred.tools.read.InputException when the input cannot be used
   * @throws IllegalArgumentException when models, parameters, fields or profiles do not fit
   * @throws IllegalStateException when another build is running there, or the new index does not
   *     answer
   */
  public BuildReport build(BuildSpec spec) throws IOException {
    Rankings.require(spec.profiles());
    try (Generations generations = Generations.at(spec.out())) {
      Path build = generations.begin();
      Work work = new Work(spec, new Staged(build), new Phases(listener));
      work.run();
      work.phases.run(
          "publish",
          counts -> {
            generations.publish(build);
            return null;
          });
      return work.report(generations.current().getFileName().toString());
    }
  }

  /** One build under way. */
  private static final class Work {
    private BuildSpec spec;
    private final Staged staged;
    private final Phases phases;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> totals = new LinkedHashMap<>();
    private List<dev.kindred.tools.read.ReadReport> reads = List.of();
    private Map<String, Model> models = Map.of();
    private Profiles profiles;

    Work(BuildSpec spec, Staged staged, Phases phases) {
      this.spec = spec;
      this.staged = staged;
      this.phases = phases;
    }

    void run() throws IOException {
      try (Gathered data = new Gathered(staged.path().resolve(".items"))) {
        data.readEvents(spec, phases);
        data.readItems(spec, phases);
        data.readLive(spec, phases);
        weigh(data.log().types());
        data.finish(spec);
        count(data);
        Schema schema = data.schema();
        Rankings.requireFields(spec.profiles(), schema);
        schema.write(staged.schema());
        models = new Training(spec, phases).run(data, schema, notes, staged.models());
        Rankings rankings = new Rankings(spec, models, schema, data.log().types());
        writeUsers(data);
        try (FSDirectory directory = FSDirectory.open(staged.items());
            ItemWriter writer = ItemWriter.create(directory, schema, models.values())) {
          writeItems(writer, data);
          Fitting fitting = new Fitting(spec, schema, models, phases);
          profiles = fitting.fit(directory, rankings, data);
          if (spec.tune()) {
            profiles =
                new WeightLearning(spec, schema, models, phases, notes).learn(profiles, data);
          }
          staged.write(profiles);
          Map<String, String> extras = new LinkedHashMap<>(staged.extras());
          extras.putAll(data.positions());
          writer.commit(extras);
        }
        reads = data.reads();
      }
      phases.run("verify", counts -> new Verification(staged, spec).run(models, totals));
    }

    /** A shop's events do not count alike, unless somebody says so. */
    private void weigh(Set<String> types) {
      boolean asked =
          spec.profiles().entrySet().stream()
              .anyMatch(one -> ShopPreset.isAsked(one.getKey(), one.getValue()));
      EventRules weighed = ShopPreset.weighed(spec.rules());
      if ((asked || ShopPreset.suits(types)) && !weighed.equals(spec.rules())) {
        spec = spec.rules(weighed);
        notes.add(
            "events count as a shop's: "
                + new TreeMap<>(weighed.weights().byType())
                + "; give events.weights to change that");
      }
    }

    private void count(Gathered data) {
      totals.put("items", (long) data.items().size());
      totals.put("bare_items", (long) data.bare());
      totals.put("users", (long) data.log().users().size());
      totals.put("events", (long) data.log().size());
      totals.put("repeats", (long) data.log().size() - data.interactions().size());
      if (data.leftOut() > 0) {
        notes.add(
            data.leftOut()
                + " live events are not learned from: their items are in neither events nor"
                + " catalogue, or they are no ratings where everything else is");
      }
      if (data.bare() > 0) {
        notes.add(
            data.bare()
                + " items are named by events only; they are in the index with nothing but their"
                + " id");
      }
    }

    private void writeUsers(Gathered data) throws IOException {
      phases.run(
          "write users",
          counts -> {
            try (LuceneUserStore users = LuceneUserStore.open(staged.users())) {
              users.load(data.log().histories(LuceneUserStore.HISTORY, spec.users()));
            }
            counts.put("users", (long) data.log().users().size());
            return null;
          });
    }

    private void writeItems(ItemWriter writer, Gathered data) throws IOException {
      int total = data.items().size();
      phases.run(
          "write items",
          counts -> {
            writer.addAll(
                data.items(), spec.threads(), done -> phases.progress("write items", done, total));
            writer.commit(Map.of());
            counts.put("items", (long) total);
            return null;
          });
    }

    BuildReport report(String generation) {
      Map<String, String> versions = new LinkedHashMap<>();
      Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
      models.forEach(
          (name, model) -> {
            versions.put(name, model.manifest().id());
            metrics.put(name, model.manifest().metrics());
          });
      return new BuildReport(
          generation,
          totals,
          phases.seconds(),
          reads,
          versions,
          metrics,
          profiles.byName().keySet().stream().sorted().toList(),
          notes);
    }
  }
}
