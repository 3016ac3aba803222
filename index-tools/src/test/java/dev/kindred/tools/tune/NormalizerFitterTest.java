package dev.kindred.tools.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Profile;
import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fitting asks a real index. */
class NormalizerFitterTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int ITEMS = 200;
  private static final Schema SCHEMA =
      new Schema(List.of("title"), null, List.of("price"), "published", null, null, null);

  private Directory directory;
  private DirectoryReader reader;

  @BeforeEach
  void write() throws IOException {
    directory = new ByteBuffersDirectory();
    try (ItemWriter writer = ItemWriter.create(directory, SCHEMA, List.of())) {
      for (int i = 0; i < ITEMS; i++) {
        Map<String, Object> fields =
            i % 4 == 0
                ? Map.of("title", title(i))
                : Map.of("title", title(i), "price", (double) i - 100, "published", days(i));
        writer.add(new Item("i" + i, fields));
      }
      writer.commit(Map.of());
    }
    reader = DirectoryReader.open(directory);
  }

  private static String title(int i) {
    return "word" + i % 10 + " word" + i % 7;
  }

  private static long days(int i) {
    return NOW.minusSeconds(86_400L * i).toEpochMilli();
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Event before = new Event("u", "i" + (i + 1), "view", 1, NOW.minusSeconds(60));
      samples.add(new Sample(List.of(before), "i" + i, title(i), NOW));
    }
    return samples;
  }

  private NormalizerFitter fitter(int threads) {
    return new NormalizerFitter(
        new Serving(new IndexSearcher(reader), SCHEMA, Map.of(), EventWeights.EQUAL),
        samples(),
        threads);
  }

  private static Profile profile(String signals) throws IOException {
    return Profile.parse(
        "mine",
        Polymorphic.json()
            .readTree("{\"retrievers\":[{\"all\":{}}],\"signals\":[" + signals + "]}"));
  }

  private static final String EVERYTHING =
      """
      {"signal":{"text":{}}},
      {"signal":{"field":{"field":"price"}}},
      {"signal":{"recency":{"field":"published","half_life":"P30D"}},"weight":0.25},
      {"name":"ghost","signal":{"model":{"model":"nobody"}}}""";

  @Test
  void fitsEverySignalByItsNature() throws IOException {
    List<Part> parts = fitter(2).fit(profile(EVERYTHING)).signals();
    assertThat(parts).extracting(Part::name).containsExactly("text", "field", "recency", "ghost");
    assertThat(parts.get(0).normalizer()).isInstanceOf(Normalizer.Saturation.class);
    assertThat(parts.get(1).normalizer()).isInstanceOf(Normalizer.Logistic.class);
    assertThat(parts.get(2).normalizer()).isInstanceOf(Normalizer.Saturation.class);
    assertThat(parts.get(2).weight()).isEqualTo(0.25);
    assertThat(parts.get(3).normalizer()).isEqualTo(new Normalizer.Saturation(1));
  }

  @Test
  void aMissingNumberIsLowAndAMissingTimeIsOld() throws IOException {
    List<Part> parts = fitter(1).fit(profile(EVERYTHING)).signals();
    Part price = parts.get(1);
    assertThat(price.missing())
        .isGreaterThan(price.normalizer().apply(-100))
        .isLessThan(price.normalizer().apply(0));
    assertThat(parts.get(2).missing()).isZero();
  }

  @Test
  void halfIsWhereTheBestFiftyAre() throws IOException {
    Part price = fitter(1).fit(profile(EVERYTHING)).signals().get(1);
    Normalizer.Logistic fitted = (Normalizer.Logistic) price.normalizer();
    // 150 items have a price, up to 99: the best fifty are from 33 on.
    assertThat(fitted.midpoint()).isBetween(60.0, 72.0);
  }

  @Test
  void threadsDoNotMatter() throws IOException {
    assertThat(fitter(4).fit(profile(EVERYTHING))).isEqualTo(fitter(1).fit(profile(EVERYTHING)));
  }

  @Test
  void aNormalizerThatSomebodyChoseStays() throws IOException {
    Profile chosen =
        profile(
            "{\"signal\":{\"text\":{}},\"normalizer\":{\"saturation\":{\"pivot\":3}},\"missing\":0.2}");
    assertThat(fitter(1).fit(chosen)).isEqualTo(chosen);
  }

  @Test
  void withoutSamplesEverythingSaturates() throws IOException {
    NormalizerFitter idle =
        new NormalizerFitter(
            new Serving(new IndexSearcher(reader), SCHEMA, Map.of(), EventWeights.EQUAL),
            List.of(),
            1);
    assertThat(idle.fit(profile(EVERYTHING)).signals())
        .allMatch(part -> part.normalizer().equals(new Normalizer.Saturation(1)));
  }

  @Test
  void aProfileThatCannotBeAskedIsNamed() throws IOException {
    NormalizerFitter fitter = fitter(1);
    reader.close();
    assertThatThrownBy(() -> fitter.fit(profile(EVERYTHING)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("profile 'mine' cannot be fitted");
  }
}
