package dev.kindred.tools.tune;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.rank.Signals;
import dev.kindred.request.Request;
import dev.kindred.request.View;
import dev.kindred.retrieve.Retrievers;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Seen;
import java.util.List;

/**
 * How a profile is asked, told from what it is made of: by text, by liked items, or for a user.
 *
 * @param text whether something is typed
 * @param seeds whether items are named that more is wanted of
 */
public record Occasion(boolean text, boolean seeds) {
  public static Occasion of(Profile profile) {
    boolean text =
        profile.signals().stream().anyMatch(part -> Signals.JSON.write(part.signal()).has("text"))
            || profile.retrievers().stream().anyMatch(r -> Retrievers.JSON.write(r).has("text"));
    boolean seeds =
        profile.name().equals(Profiles.SIMILAR)
            || profile.name().equals(Profiles.CART)
            || profile.retrievers().stream().anyMatch(r -> r.models().containsValue(View.SEEDS))
            || profile.signals().stream()
                .anyMatch(part -> part.signal().models().containsValue(View.SEEDS));
    return new Occasion(text, seeds);
  }

  /**
   * The request that stands for a query of an evaluation: more like the item that was chosen last
   * where seeds are asked for, else what next.
   */
  public Request request(Query query, Seen seen) {
    Request request = ServingAnswerer.request(query, seen);
    return seeds && !query.history().isEmpty()
        ? request.like(List.of(query.history().getLast().itemId()))
        : request;
  }

  /** The request that somebody in the sample's place would make. */
  Request request(Sample sample, int window) {
    Request request = Request.history(sample.history()).now(sample.now()).size(Math.min(1, window));
    if (text && !sample.title().isBlank()) {
      request = request.text(sample.title());
    }
    return seeds ? request.like(List.of(sample.itemId())) : request;
  }
}
