package dev.kindred.model.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentFeaturesTest {
  private static List<String> of(Map<String, Object> fields) {
    return Deep.CONTENT.of(new Item("i", fields));
  }

  @Test
  void namesEachKeyword() {
    assertThat(of(Map.of("genre", List.of("horror", "gothic"))))
        .containsExactly("genre=horror", "genre=gothic");
  }

  @Test
  void aBoundBelongsToTheBucketAbove() {
    assertThat(of(Map.of("price", 9.99))).containsExactly("price#0");
    assertThat(of(Map.of("price", 10))).containsExactly("price#1");
    assertThat(of(Map.of("price", 15L))).containsExactly("price#2");
  }

  @Test
  void leavesOutWhatIsAbsentOrNoNumber() {
    assertThat(of(Map.of("price", "cheap", "title", "x"))).isEmpty();
  }
}
