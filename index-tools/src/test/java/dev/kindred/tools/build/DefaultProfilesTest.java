package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Profile;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.index.Schema;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.rank.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;

/** Models become rankings. */
class DefaultProfilesTest {
  private static final Schema BOOKS =
      new Schema(
          List.of("title"), List.of("author", "subject"), null, "published", null, null, null);
  private static final Schema BARE = new Schema(null, null, null, null, null, null, null);
  private static final List<Model> ALL =
      List.of(
          model("demand", "popularity", Map.of()),
          model("demand", "trend", Map.of("half_life", "PT168H")),
          model("content", "content", Map.of()),
          model("preference", "preference.author", Map.of()),
          model("preference", "preference.subject", Map.of()),
          model("related", "ease", Map.of()),
          model("als", "als", Map.of()));

  /** A model of which only the manifest matters. */
  private record Named(Manifest manifest) implements Model {
    @Override
    public void index(Item item, Consumer<IndexableField> document) {}

    @Override
    public Encoding encode(UserState user, Situation situation) {
      return new Encoding.None("a name only");
    }

    @Override
    public void save(Path directory) {}
  }

  private static Model model(String kind, String name, Map<String, Object> trainer) {
    return new Named(
        new Manifest(1, kind, name, "v", Instant.EPOCH, trainer, Map.of(), Map.of(), List.of()));
  }

  private static Map<String, Profile> profiles(List<Model> models, Schema schema) {
    return new DefaultProfiles(models, schema, Duration.ofDays(40)).all();
  }

  private static Stream<String> signals(Profile profile) {
    return profile.signals().stream().map(Part::name);
  }

  private static double weight(Profile profile, String signal) {
    return profile.signals().stream()
        .filter(part -> part.name().equals(signal))
        .mapToDouble(Part::weight)
        .sum();
  }

  private static List<String> retrievers(Profile profile) {
    List<String> models = new ArrayList<>();
    for (JsonNode retriever : profile.toJson().get("retrievers")) {
      if (retriever.has("model")) {
        models.add(retriever.get("model").get("model").asText());
      }
    }
    return models;
  }

  @Test
  void homeAsksEveryPersonalModelAndFallsBackToDemand() {
    Profile home = profiles(ALL, BOOKS).get("home");
    assertThat(retrievers(home)).containsExactly("content", "ease", "als");
    assertThat(home.toJson().get("retrievers").findValuesAsText("field"))
        .containsExactly("model.popularity", "model.trend");
    assertThat(signals(home))
        .containsExactly(
            "popularity",
            "trend",
            "content",
            "preference.author",
            "preference.subject",
            "ease",
            "als",
            "recency");
    assertThat(weight(home, "ease")).isGreaterThan(weight(home, "als"));
    assertThat(weight(home, "als")).isGreaterThan(weight(home, "popularity"));
    assertThat(weight(home, "preference.author")).isEqualTo(0.05);
  }

  @Test
  void homeCanBeVariedOnRequestOnly() {
    JsonNode arrangers = profiles(ALL, BOOKS).get("home").toJson().get("arrangers");
    assertThat(arrangers.findValue("strength").asDouble()).isZero();
    assertThat(arrangers.findValue("fields")).hasSize(2);
    assertThat(profiles(ALL, BARE).get("home").arrangers()).isEmpty();
  }

  @Test
  void recencyNeedsATimeAndHalvesAsTold() {
    JsonNode signals = profiles(ALL, BOOKS).get("home").toJson().get("signals");
    assertThat(signals.findValue("recency").get("field").asText()).isEqualTo("published");
    assertThat(Duration.parse(signals.findValue("recency").get("half_life").asText()))
        .isEqualTo(Duration.ofDays(40));
    assertThat(signals(profiles(ALL, BARE).get("home"))).doesNotContain("recency");
  }

  @Test
  void nextPutsOrderFirst() {
    List<Model> models = new ArrayList<>(ALL);
    models.add(model("sasrec", "sasrec", Map.of()));
    Profile next = profiles(models, BOOKS).get("next");
    assertThat(retrievers(next)).containsExactly("content", "ease", "als", "sasrec");
    assertThat(weight(next, "sasrec")).isEqualTo(1);
    assertThat(weight(next, "ease")).isLessThan(1);
    assertThat(signals(next)).doesNotContain("preference.author");
    assertThat(profiles(ALL.subList(0, 3), BOOKS)).doesNotContainKey("next");
  }

  @Test
  void cartAsksWhatGoesTogether() {
    List<Model> models = new ArrayList<>(ALL);
    models.add(model("related", "cco", Map.of("trainer", "cco")));
    Profile cart = profiles(models, BOOKS).get("cart");
    assertThat(retrievers(cart)).containsExactly("ease", "cco");
    assertThat(signals(cart))
        .containsExactly("popularity", "trend", "ease", "ease.user", "cco", "cco.user");
    assertThat(weight(cart, "cco")).isGreaterThan(weight(cart, "ease"));
    assertThat(profiles(List.of(model("als", "als", Map.of())), BARE)).doesNotContainKey("cart");
  }

  @Test
  void searchIsTextFirst() {
    Profile search = profiles(ALL, BOOKS).get("search");
    assertThat(search.toJson().get("retrievers")).hasSize(1);
    assertThat(signals(search)).containsExactly("text", "popularity", "ease", "als");
    assertThat(search.signals().stream().skip(1).mapToDouble(Part::weight).sum())
        .isLessThan(weight(search, "text"));
  }

  @Test
  void similarComparesItemsAndKnowsTheUser() {
    Profile similar = profiles(ALL, BOOKS).get("similar");
    assertThat(retrievers(similar)).containsExactly("content", "ease", "als");
    assertThat(signals(similar))
        .containsExactly("popularity", "content", "ease", "ease.user", "als", "als.user");
    assertThat(similar.toJson().get("signals").findValuesAsText("view")).contains("AUTO", "USER");
    assertThat(weight(similar, "content")).isGreaterThan(weight(similar, "ease"));
  }

  @Test
  void everyModelHasAProfileOfItsOwn() {
    Map<String, Profile> profiles = profiles(ALL, BOOKS);
    for (Model model : ALL) {
      Profile single = profiles.get(model.manifest().name());
      assertThat(signals(single)).containsExactly(model.manifest().name());
      assertThat(single.retrievers()).hasSize(1);
    }
    assertThat(profiles.get("trend").toJson().findValue("half_life").asText()).isEqualTo("PT168H");
  }

  @Test
  void withoutModelsThereAreStillProfiles() {
    Map<String, Profile> profiles = profiles(List.of(), BARE);
    assertThat(profiles).containsOnlyKeys("search", "similar", "home");
    assertThat(profiles.get("home").toJson().get("retrievers").get(0).has("all")).isTrue();
  }

  @Test
  void exactLooksAtEverythingWithTheSameSignals() {
    Profile als = profiles(ALL, BOOKS).get("als");
    Profile exact = DefaultProfiles.exact(als);
    assertThat(exact.name()).isEqualTo("als");
    assertThat(exact.signals()).isEqualTo(als.signals());
    assertThat(exact.window()).isEqualTo(Integer.MAX_VALUE);
    assertThat(exact.toJson().get("retrievers").get(0).has("all")).isTrue();
  }

  /** What the profile makes of a raw value, as the float that hits are ordered by. */
  private static float score(Profile profile, double raw) {
    double[] row =
        profile.signals().stream().mapToDouble(part -> part.normalizer().apply(raw)).toArray();
    return (float) profile.combiner().combine(row);
  }

  @Test
  void exactForASignedModelKeepsNegativeValuesApart() {
    Profile exact = DefaultProfiles.exact(model("als", "als", Map.of("trainer", "als")).manifest());
    assertThat(exact.window()).isEqualTo(Integer.MAX_VALUE);
    assertThat(signals(exact)).containsExactly("als");
    double[] ascending = {
      -200, -20.00001, -20, -1, -1e-5, 0, 1e-5, 0.5, 0.500001, 20, 20.00001, 500
    };
    for (int i = 1; i < ascending.length; i++) {
      assertThat(score(exact, ascending[i]))
          .as("%s above %s", ascending[i], ascending[i - 1])
          .isGreaterThan(score(exact, ascending[i - 1]));
    }
    assertThat(score(exact, -200)).isPositive();
    assertThat((float) exact.signals().getFirst().missing()).isEqualTo(score(exact, 0));
  }

  @Test
  void exactForAModelWithoutNegativeValuesIsTheRawValue() {
    Model knn = model("related", "itemknn", Map.of("trainer", "itemknn"));
    assertThat(score(DefaultProfiles.exact(knn.manifest()), 1e-9)).isEqualTo(1e-9f);
    assertThat(score(DefaultProfiles.exact(ALL.getFirst().manifest()), 5000)).isEqualTo(5000f);
  }

  @Test
  void opinionsOfUsersAreSignedWhereTheyAreStars() {
    Map<String, Object> trainer = Map.of("trainer", "userknn");
    Profile likings = DefaultProfiles.exact(model("userknn", "userknn", trainer).manifest());
    assertThat(score(likings, 1e-9)).isEqualTo(1e-9f);
    Profile stars = DefaultProfiles.exact(model("userstars", "userknn", trainer).manifest());
    assertThat(score(stars, -1)).isPositive().isLessThan(score(stars, -0.5));
  }

  @Test
  void profilesSurviveBeingWritten() {
    profiles(ALL, BOOKS)
        .forEach(
            (name, profile) ->
                assertThat(Profile.parse(name, profile.toJson())).isEqualTo(profile));
  }

  /** A model whose item half only a network can read. */
  private static Model learned() {
    var field = new Manifest.FieldSpec("model.neumf", "floats", 8);
    return new Named(
        new Manifest(
            1,
            "neumf",
            "neumf",
            "v",
            Instant.EPOCH,
            Map.of("trainer", "neumf"),
            Map.of(),
            Map.of(),
            List.of(field)));
  }

  @Test
  void aLearnedSignalJudgesWhatOthersPropose() {
    List<Model> models = List.of(model("als", "als", Map.of()), learned());
    Map<String, Profile> profiles = new DefaultProfiles(models, BARE, null).all();
    for (String name : List.of("home", "similar")) {
      Profile profile = profiles.get(name);
      assertThat(profile.retrievers().toString()).contains("als").doesNotContain("neumf");
      assertThat(profile.signals()).extracting(Part::name).contains("als", "neumf");
    }
  }

  @Test
  void aloneItRanksEveryItem() {
    Profile alone = new DefaultProfiles(List.of(learned()), BARE, null).all().get("neumf");
    assertThat(alone.retrievers().toString()).contains("All");
    assertThat(alone.signals()).extracting(Part::name).containsExactly("neumf");
    Profile exact = DefaultProfiles.exact(learned().manifest());
    assertThat(exact.retrievers().toString()).contains("All");
    assertThat(exact.signals().getFirst().normalizer().apply(-3))
        .isPositive()
        .isLessThan(exact.signals().getFirst().normalizer().apply(2));
  }
}
