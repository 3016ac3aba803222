package dev.kindred.tools.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Profile;
import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.request.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks, and how. */
class SampleTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static Event event(String item, String time) {
    return new Event("u", item, "view", 1, Instant.parse(time));
  }

  private static UserState user(Event... events) {
    return new UserState("u", List.of(events), Map.of());
  }

  @Test
  void theLastEventIsLeftOutAndTheOthersMoveWithIt() {
    Sample sample =
        Sample.of(
            user(event("a", "2020-01-01T00:00:00Z"), event("b", "2020-01-11T00:00:00Z")),
            "the b",
            NOW);
    assertThat(sample.itemId()).isEqualTo("b");
    assertThat(sample.title()).isEqualTo("the b");
    assertThat(sample.now()).isEqualTo(NOW);
    assertThat(sample.history()).containsExactly(event("a", "2026-05-22T00:00:00Z"));
  }

  @Test
  void eventsWithoutATimeStayWithoutOne() {
    Sample sample =
        Sample.of(
            user(event("a", "1970-01-01T00:00:00Z"), event("b", "1970-01-01T00:00:00Z")), "", NOW);
    assertThat(sample.history().getFirst().time()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aSingleEventLeavesAnEmptyHistory() {
    assertThat(Sample.of(user(event("a", "2020-01-01T00:00:00Z")), "", NOW).history()).isEmpty();
  }

  private static Profile profile(String name, String retriever, String signal) throws IOException {
    return Profile.parse(
        name,
        Polymorphic.json()
            .readTree(
                """
                {"retrievers":[%s],"signals":[{"signal":%s}],"window":7}"""
                    .formatted(retriever, signal)));
  }

  private static Request request(Profile profile, String title) {
    Sample sample = new Sample(List.of(event("a", "2026-01-01T00:00:00Z")), "b", title, NOW);
    return Occasion.of(profile).request(sample, profile.window());
  }

  @Test
  void aProfileForUsersIsAskedForTheUser() throws IOException {
    Request request =
        request(
            profile("home", "{\"model\":{\"model\":\"als\"}}", "{\"model\":{\"model\":\"als\"}}"),
            "t");
    assertThat(request.session()).hasSize(1);
    assertThat(request.text()).isEmpty();
    assertThat(request.like()).isEmpty();
    assertThat(request.now()).isEqualTo(NOW);
  }

  @Test
  void aProfileWithTextIsAskedWithATitle() throws IOException {
    Profile bySignal = profile("mine", "{\"all\":{}}", "{\"text\":{}}");
    assertThat(request(bySignal, "dracula").text()).isEqualTo("dracula");
    Profile byRetriever = profile("mine", "{\"text\":{}}", "{\"model\":{\"model\":\"als\"}}");
    assertThat(request(byRetriever, "dracula").text()).isEqualTo("dracula");
    assertThat(request(byRetriever, "").text()).isEmpty();
  }

  @Test
  void aProfileOfSeedsIsAskedWithAnItem() throws IOException {
    Profile byName = profile("similar", "{\"all\":{}}", "{\"model\":{\"model\":\"als\"}}");
    assertThat(request(byName, "t").like()).containsExactly("b");
    Profile byView =
        profile("mine", "{\"model\":{\"model\":\"als\",\"view\":\"seeds\"}}", "{\"text\":{}}");
    assertThat(request(byView, "t").like()).containsExactly("b");
  }

  @Test
  void theRequestFitsTheSmallestWindow() throws IOException {
    Profile profile = profile("home", "{\"all\":{}}", "{\"text\":{}}");
    assertThat(Occasion.of(profile).request(new Sample(List.of(), "b", "", NOW), 1).size())
        .isLessThanOrEqualTo(1);
  }
}
