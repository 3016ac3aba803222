package dev.kindred;

import dev.kindred.model.Model;
import dev.kindred.model.RatingModel;
import dev.kindred.rank.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which model of a profile says how many stars a user would give. */
final class Raters {
  private Raters() {}

  /** The model of the signal that weighs most; the first of equals. */
  static Optional<RatingModel> of(Profile profile, Map<String, Model> models) {
    List<Part> heaviestFirst =
        profile.signals().stream()
            .sorted(Comparator.comparingDouble(Part::weight).reversed())
            .toList();
    return heaviestFirst.stream()
        .flatMap(part -> part.signal().models().keySet().stream())
        .map(models::get)
        .filter(RatingModel.class::isInstance)
        .map(RatingModel.class::cast)
        .findFirst();
  }

  static RatingModel require(Profile profile, Map<String, Model> models) {
    return of(profile, models)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no model of profile '"
                        + profile.name()
                        + "' predicts ratings; its signals ask "
                        + profile.signals().stream()
                            .flatMap(part -> part.signal().models().keySet().stream())
                            .distinct()
                            .toList()));
  }
}
