package dev.kindred.tools.train.content;

import dev.kindred.data.Dataset;
import dev.kindred.model.Manifest;
import dev.kindred.model.content.PreferenceModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which values of a keyword field a user turns to. There is nothing to learn: the model is its
 * parameters.
 *
 * @param field a keyword field of the catalogue
 * @param half_life after which an event of the history counts half; null when they do not age
 * @param history how many of the latest items are looked at
 */
public record Preference(String field, Duration half_life, int history)
    implements Trainer<PreferenceModel> {
  public static final Preference DEFAULT = new Preference("category", Duration.ofDays(90), 100);

  public Preference {
    Objects.requireNonNull(field, "field");
    Require.positive("half_life", half_life);
    Require.atLeast("history", history, 1);
  }

  @Override
  public PreferenceModel train(Dataset data, Run run) {
    Manifest manifest =
        Provenance.manifest("preference", this, run, data.interactions(), Map.of(), List.of());
    return new PreferenceModel(manifest, new PreferenceModel.Settings(field, half_life, history));
  }
}
