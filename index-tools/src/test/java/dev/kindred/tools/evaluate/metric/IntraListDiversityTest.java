package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntraListDiversityTest extends MetricContract {
  private static final Map<String, Set<String>> KEYWORDS =
      Map.of(
          "a", Set.of("gothic", "horror"),
          "b", Set.of("gothic", "romance"),
          "c", Set.of("cooking"),
          "d", Set.of());

  @Override
  Metric at(int k) {
    return new IntraListDiversity(k);
  }

  @Test
  void averagesOverPairs() {
    // Jaccard: a-b 1/3, a-c 0, b-c 0
    assertThat(of(ItemSimilarity.jaccard(KEYWORDS::get), "a", "b"))
        .isCloseTo(2 / 3.0, within(EXACT));
    assertThat(of(ItemSimilarity.jaccard(KEYWORDS::get), "a", "b", "c"))
        .isCloseTo((2 / 3.0 + 1 + 1) / 3, within(EXACT));
  }

  @Test
  void theSimilarityMayBeACosine() {
    assertThat(of(ItemSimilarity.cosine(KEYWORDS::get), "a", "b")).isCloseTo(0.5, within(EXACT));
    assertThat(of(ItemSimilarity.cosine(KEYWORDS::get), "a", "d")).isCloseTo(1, within(EXACT));
  }

  @Test
  void itemsWithoutKeywordsHaveNothingInCommon() {
    ItemSimilarity jaccard = ItemSimilarity.jaccard(item -> Set.of());
    assertThat(of(jaccard, "a", "b")).isEqualTo(1);
  }

  @Test
  void oneItemHasNoDiversity() {
    assertThat(of(ItemSimilarity.jaccard(KEYWORDS::get), "a")).isZero();
  }

  @Test
  void saysWhatIsMissingWhenThereAreNoKeywords() {
    assertThatThrownBy(() -> at(10).start(SmallCatalogue.abcd()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ild@10 needs the items' keywords, and there are none; give the item file");
  }

  private static double of(ItemSimilarity similarity, String... items) {
    Tally tally = new IntraListDiversity(3).start(SmallCatalogue.abcd().with(similarity));
    tally.add(List.of(items), Set.of("a"));
    return tally.value();
  }
}
