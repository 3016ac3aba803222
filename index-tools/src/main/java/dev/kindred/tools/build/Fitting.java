package dev.kindred.tools.build;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.tools.tune.NormalizerFitter;
import dev.kindred.tools.tune.Sample;
import dev.kindred.tools.tune.Serving;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;

/** Fits the normalisers of all profiles by asking the index that was just written. */
final class Fitting {
  private static final int SAMPLES = 120;

  private final BuildSpec spec;
  private final Schema schema;
  private final Map<String, Model> models;
  private final Phases phases;

  Fitting(BuildSpec spec, Schema schema, Map<String, Model> models, Phases phases) {
    this.spec = spec;
    this.schema = schema;
    this.models = models;
    this.phases = phases;
  }

  Profiles fit(Directory directory, Rankings rankings, Gathered data) throws IOException {
    EventWeights weights = spec.rules().weights();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      List<Sample> samples = samples(data, new LuceneCatalogue(reader));
      NormalizerFitter fitter =
          new NormalizerFitter(
              new Serving(searcher, schema, models, weights), samples, spec.threads());
      Duration novelty = Novelty.halfLife(reader, schema.time(), data.log());
      Map<String, Profile> fitted = new LinkedHashMap<>();
      for (Profile profile : rankings.of(novelty).values()) {
        Profile done =
            phases.run(
                "fit " + profile.name(),
                counts -> {
                  counts.put("samples", (long) samples.size());
                  return fitter.fit(profile);
                });
        fitted.put(profile.name(), done);
      }
      return new Profiles(fitted, weights);
    }
  }

  /** Users just before their last event; for want of users, items that somebody starts from. */
  private List<Sample> samples(Gathered data, LuceneCatalogue catalogue) throws IOException {
    Instant now = data.log().newest();
    Random random = new Random(spec.seed());
    List<Sample> samples = new ArrayList<>();
    for (int user : Draw.distinct(data.log().users().size(), SAMPLES, random)) {
      UserState state = data.log().user(user, LuceneUserStore.HISTORY);
      String item = state.history().getLast().itemId();
      samples.add(Sample.of(state, title(catalogue, item), now));
    }
    if (samples.isEmpty()) {
      for (Item item : Draw.spread(data.items(), data.items().size(), SAMPLES)) {
        samples.add(new Sample(List.of(), item.id(), title(item), spec.version()));
      }
    }
    return samples;
  }

  private String title(LuceneCatalogue catalogue, String itemId) throws IOException {
    return catalogue.find(itemId).map(this::title).orElse("");
  }

  private String title(Item item) {
    return schema.text().isEmpty() ? "" : item.text(schema.text().getFirst());
  }
}
