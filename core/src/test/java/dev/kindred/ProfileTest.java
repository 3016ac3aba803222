package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.data.EventWeights;
import dev.kindred.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
  private static final String SMALL =
      "\"retrievers\": [{\"text\": {}}], \"signals\": [{\"signal\": {\"text\": {}}}]";

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Profile parse(String text) {
    return Profile.parse("shop", json(text));
  }

  @Test
  void isItsOwnJson() {
    Profile profile = World.profile(123);
    assertThat(Profile.parse("test", profile.toJson())).isEqualTo(profile);
  }

  @Test
  void fillsInWhatIsLeftOut() {
    Profile profile = parse("{" + SMALL + "}");
    assertThat(profile.window()).isEqualTo(500);
    assertThat(profile.arrangers()).isEmpty();
    assertThat(profile.signals().getFirst().name()).isEqualTo("text");
    assertThat(profile.signals().getFirst().weight()).isEqualTo(1);
  }

  @Test
  void errorsNameProfileKeyAndWhatIsKnown() {
    assertThatThrownBy(() -> parse("{\"windo\": 3, " + SMALL + "}"))
        .hasMessageContaining(
            "profile 'shop': unknown profile key \"windo\"; did you mean window?");
    assertThatThrownBy(() -> parse("{\"retrievers\": [{\"txt\": {}}], \"signals\": []}"))
        .hasMessageContaining("did you mean text?");
    assertThatThrownBy(() -> parse("{\"retrievers\": [{\"text\": {}}]}"))
        .hasMessageContaining("needs at least one retriever and one signal");
    assertThatThrownBy(
            () ->
                parse(
                    "{\"retrievers\": [{\"text\": {}}], \"signals\":"
                        + " [{\"signal\": {\"text\": {}}}, {\"signal\": {\"text\": {}}}]}"))
        .hasMessageContaining("names a signal twice");
    assertThatThrownBy(() -> parse("{\"window\": 0, " + SMALL + "}"))
        .hasMessageContaining("window must be at least 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'filter': 'stock>=1', SMALL}          | filter is 'stock>=1', expected a list",
        "{'arrangers': {'mmr': {}}, SMALL}      | arrangers is {'mmr':{}}, expected a list",
        "{'window': 'wide', SMALL}              | window is 'wide', expected a number",
        "{'window': 10.5, SMALL}                | window is 10.5, expected a whole number",
        "{'window': 3000000000, SMALL}          | window is 3000000000, expected a whole number",
        "{'seen': 'P30D', SMALL}                | seen is 'P30D', expected durations by type",
        "{'seen': {'view': 'a day'}, SMALL}     | seen.view is 'a day', expected an ISO-8601",
        "{'retrievers': [{'all': {}}], 'signals': [{'signal': {'text': {}}, 'weight': 'heavy'}]}"
            + " | weight is 'heavy', expected a number",
        "{'retrievers': [{'all': {}}], 'signals': [{'signal': {'text': {}}, 'missing': []}]}"
            + " | missing is [], expected a number"
      })
  void whatIsOfTheWrongTypeIsAnErrorAndNotLeftOut(String text, String reason) {
    String json = text.replace('\'', '"').replace("SMALL", SMALL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(json))
        .withMessageStartingWith("profile 'shop': " + reason.replace('\'', '"'));
  }

  @Test
  void nothingGivenIsAsLeftOut() {
    String nothing = "{\"window\": null, \"filter\": null, \"arrangers\": null, \"seen\": null, ";
    assertThat(parse(nothing + SMALL + "}")).isEqualTo(parse("{" + SMALL + "}"));
  }

  @Test
  void keepsALearnedCombiner() {
    String fm =
        "\"combiner\": {\"fm\": {\"intercept\": 0.5, \"weights\": [2], \"factors\": [[1]]}}";
    Profile profile = parse("{" + fm + ", " + SMALL + "}");
    assertThat(profile.combiner().combine(new double[] {3})).isEqualTo(6.5);
    assertThat(Profile.parse("shop", profile.toJson())).isEqualTo(profile);
    assertThat(profile.withSignals(profile.signals()).combiner()).isEqualTo(profile.combiner());
  }

  @Test
  void otherPartsChangeNothingElse() {
    Profile stocked = parse("{\"filter\": [\"stock>=1\"], " + SMALL + "}");
    String fm = "\"combiner\": {\"fm\": {\"weights\": [2], \"factors\": [[1]]}}";
    Profile judged = stocked.combinedBy(parse("{" + fm + ", " + SMALL + "}").combiner());
    assertThat(judged.filter()).isEqualTo(stocked.filter()).isNotEmpty();
    assertThat(judged.combinedBy(null)).isEqualTo(stocked);
    Profile other = judged.among(World.profile(7).retrievers(), 7).arrangedBy(List.of()).named("x");
    assertThat(other.filter()).isEqualTo(stocked.filter());
    assertThat(other.combiner()).isEqualTo(judged.combiner());
    assertThat(other.window()).isEqualTo(7);
  }

  @Test
  void aCombinerJoinsAsManySignalsAsThereAre() {
    String fm = "\"combiner\": {\"fm\": {\"weights\": [2, 1], \"factors\": [[1], [1]]}}";
    assertThatThrownBy(() -> parse("{" + fm + ", " + SMALL + "}"))
        .hasMessageContaining("has 1 signals, its combiner joins 2");
    assertThatThrownBy(() -> parse("{\"combiner\": {\"fn\": {}}, " + SMALL + "}"))
        .hasMessageContaining("did you mean fm?");
  }

  @Test
  void requestsFindTheirProfile() {
    Profile small = parse("{" + SMALL + "}");
    Profiles profiles =
        new Profiles(
            Map.of("home", small, "search", World.profile(10), "similar", World.profile(20)),
            new EventWeights(Map.of("view", 0.2)));
    assertThat(profiles.of(Request.EMPTY)).isEqualTo(small);
    assertThat(profiles.of(Request.search("moor")).window()).isEqualTo(10);
    assertThat(profiles.of(Request.search("moor").like(List.of("x"))).window()).isEqualTo(20);
    assertThat(profiles.of(Request.search("moor").profile("home"))).isEqualTo(small);
    assertThatThrownBy(() -> profiles.of(Request.EMPTY.profile("hom")))
        .hasMessage("unknown profile \"hom\"; did you mean home? known: home, search, similar");
    assertThat(Profiles.parse(profiles.toJson()).weights()).isEqualTo(profiles.weights());
    assertThat(Profiles.parse(profiles.toJson()).byName())
        .containsOnlyKeys("home", "search", "similar");
  }
}
