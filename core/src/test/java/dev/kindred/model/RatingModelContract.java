package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every model of ratings promises beside {@link ModelContract}. Its scale is 1 to 5. */
public abstract class RatingModelContract extends ModelContract {
  @TempDir Path artifact;

  @Override
  protected abstract RatingModel model();

  /** A user who rated the first two items with 5 and 1 stars. */
  protected final UserState rater() {
    return new UserState(
        "u",
        List.of(
            new Event("u", items().get(0).id(), Event.RATING, 5, Tastes.NOW),
            new Event("u", items().get(1).id(), Event.RATING, 1, Tastes.NOW)),
        Map.of());
  }

  private List<Double> stars(RatingModel model, UserState user) throws IOException {
    RatingModel.Expected expected =
        model.expected(user, Tastes.among(items().toArray(Item[]::new)));
    List<Double> stars = new ArrayList<>();
    items().forEach(item -> stars.add(expected.stars(item.id())));
    stars.add(expected.stars("unheard of"));
    return stars;
  }

  @Test
  void predictsWithinTheScaleForEverybodyAndEverything() throws IOException {
    assertThat(stars(model(), rater())).allMatch(stars -> stars >= 1 && stars <= 5);
    assertThat(stars(model(), UserState.UNKNOWN)).allMatch(stars -> stars >= 1 && stars <= 5);
    assertThat(stars(model(), Tastes.liking("never heard of")))
        .allMatch(stars -> stars >= 1 && stars <= 5);
  }

  @Test
  void whoRatesHighIsExpectedToRateHigh() throws IOException {
    double high = model().expected(all(5), Tastes.among()).stars("unheard of");
    double low = model().expected(all(1), Tastes.among()).stars("unheard of");
    assertThat(high).isGreaterThan(low);
  }

  private UserState all(int stars) {
    List<Event> events = new ArrayList<>();
    items().forEach(i -> events.add(new Event("u", i.id(), Event.RATING, stars, Tastes.NOW)));
    return new UserState("u", events, Map.of());
  }

  @Test
  void aLoadedModelPredictsTheSame() throws IOException {
    model().save(artifact);
    assertThat(stars((RatingModel) Models.load(artifact), rater()))
        .isEqualTo(stars(model(), rater()));
  }
}
