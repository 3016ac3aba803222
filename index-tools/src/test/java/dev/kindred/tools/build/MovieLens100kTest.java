package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Recommender;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import dev.kindred.tools.read.DataFolder;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.ReferenceData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A well-known data set gives the answers that people expect. */
class MovieLens100kTest {
  private static final String TOY_STORY = "1";

  @TempDir private Path folder;

  @Test
  void toyStoryIsLikeOtherAnimatedFamilyFilms() throws IOException {
    DataFolder data = Inputs.STRICT.movieLens(ReferenceData.path("ml-100k"));
    BuildSpec spec = BuildSpec.of(folder, data.items().orElseThrow(), data.events(), Shop.NOW, 2);
    BuildReport report = Shop.build(spec);
    assertThat(report.counts())
        .containsEntry("items", 1682L)
        .containsEntry("users", 943L)
        .containsEntry("events", 100_000L);
    try (Recommender films = Recommender.open(folder, InstantSource.fixed(Shop.NOW))) {
      Recommendations like = films.recommend(Request.like(TOY_STORY).size(10));
      assertThat(like.items())
          .filteredOn(film -> film.fields().get("genres").toString().contains("Children's"))
          .hasSizeGreaterThanOrEqualTo(7);
      assertThat(like.items())
          .filteredOn(film -> film.fields().get("genres").toString().contains("Animation"))
          .hasSizeGreaterThanOrEqualTo(5);
      assertThat(films.recommend(Request.search("star wars").size(1)).items())
          .singleElement()
          .extracting(film -> film.fields().get("title").toString())
          .asString()
          .startsWith("Star Wars");
      assertThat(films.recommend(Request.user("2").size(10)).items())
          .hasSize(10)
          .allSatisfy(film -> assertThat(film.reasons()).isNotEmpty());
    }
  }
}
