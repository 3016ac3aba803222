package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** CiteULike with ten articles of each reader, full ranking; tags are the articles' text. */
final class Row10 {
  private Row10() {}

  static Row row() {
    String r = "recall@300";
    Map<String, String> neighbours = Map.of("neighbours", "1000");
    Map<String, String> tags = Map.of("text", "tags", "terms", "300");
    return new Row(
        10,
        "CiteULike-a, ten articles of each reader to learn from, all articles ranked",
        new CiteULike.Ten(),
        r,
        List.of(
            new Entry("itemknn, cosine", "itemknn", neighbours)
                .reproduces(r, 0.1861, 3e-3)
                .reaches(r, 0.190),
            new Entry("content: tags", "content", tags),
            new Entry("itemknn and tags", "itemknn", neighbours)
                .and("content", tags, 1)
                .reaches(r, 0.190)));
  }
}
