package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.tools.cli.Json;

/** A profile's normalisers, as formula and as points of their curves. */
final class Curves {
  private static final int POINTS = 61;

  private record Span(double from, double to) {}

  private Curves() {}

  static ObjectNode of(Profile profile) {
    ObjectNode json = Json.object().put("name", profile.name()).put("window", profile.window());
    ArrayNode signals = json.putArray("signals");
    for (Part part : profile.signals()) {
      ObjectNode signal = signals.addObject().put("name", part.name());
      signal.put("weight", part.weight()).put("missing", part.missing());
      signal.put("formula", part.normalizer().formula());
      signal.set("points", points(part.normalizer()));
    }
    return json;
  }

  private static ArrayNode points(Normalizer normalizer) {
    Span span = span(normalizer);
    ArrayNode points = Json.object().putArray("points");
    for (int i = 0; i < POINTS; i++) {
      double raw = span.from + (span.to - span.from) * i / (POINTS - 1);
      points.addArray().add(raw).add(normalizer.apply(raw));
    }
    return points;
  }

  /** Where the function bends. */
  private static Span span(Normalizer normalizer) {
    return switch (normalizer) {
      case Normalizer.Identity identity -> new Span(0, 1);
      case Normalizer.Saturation saturation -> new Span(0, 8 * saturation.pivot());
      case Normalizer.Logistic logistic ->
          new Span(
              logistic.midpoint() - 6 / logistic.slope(),
              logistic.midpoint() + 6 / logistic.slope());
      case Normalizer.Range range -> {
        double margin = (range.high() - range.low()) / 5;
        yield new Span(range.low() - margin, range.high() + margin);
      }
    };
  }
}
