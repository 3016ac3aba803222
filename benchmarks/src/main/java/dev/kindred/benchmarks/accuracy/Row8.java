package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** Amazon Beauty as S3-Rec has it, the last item among all. */
final class Row8 {
  private Row8() {}

  static Row row() {
    String h = "hr@10";
    String n = "ndcg@10";
    Map<String, String> sampled =
        Map.of("loss", "sampled", "length", "50", "dropout", "0.5", "validation", "5000");
    return new Row(
        8,
        "Amazon Beauty as prepared for S3-Rec, the last item among all",
        new Sequences("amazon-beauty", "sequences.txt", true),
        h + "," + n,
        List.of(
            new Entry("popularity", "popularity", Map.of()),
            new Entry("itemknn", "itemknn", Map.of()),
            new Entry("rules, both ways", "rules", Map.of("neighbours", "0", "backward", "0.5")),
            new Entry("sasrec", "sasrec", sampled).reaches(h, 0.093).reaches(n, 0.053)));
  }
}
