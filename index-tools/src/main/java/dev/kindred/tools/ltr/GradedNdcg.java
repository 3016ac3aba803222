package dev.kindred.tools.ltr;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * NDCG with gains {@code 2^grade − 1} and discounts {@code log₂(rank + 1)} (Burges et al. 2005),
 * the mean over requests; the ideal is that of the same items. Equal scores are ordered to the
 * disadvantage: the lower grade first. Immutable.
 *
 * @param k cut-off
 */
record GradedNdcg(int k) {

  /** The mean over the requests, ordered by the score of a row. */
  double of(Judgments judgments, ToDoubleFunction<double[]> scorer) {
    return judgments.requests().stream()
        .mapToDouble(one -> ndcg(one, Arrays.stream(one.values()).mapToDouble(scorer).toArray()))
        .average()
        .orElse(0);
  }

  /** The mean over the requests, in the order in which they were ranked. */
  double asRanked(Judgments judgments) {
    return judgments.requests().stream()
        .mapToDouble(
            one -> ndcg(one, IntStream.range(0, one.size()).mapToDouble(i -> -i).toArray()))
        .average()
        .orElse(0);
  }

  private double ndcg(Judged request, double[] scores) {
    int[] grades = request.grades();
    Integer[] order = IntStream.range(0, grades.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        (a, b) -> {
          int byScore = Double.compare(scores[b], scores[a]);
          return byScore != 0 ? byScore : Integer.compare(grades[a], grades[b]);
        });
    int[] ranked = Arrays.stream(order).mapToInt(i -> grades[i]).toArray();
    int[] ideal = grades.clone();
    Arrays.sort(ideal);
    for (int i = 0, j = ideal.length - 1; i < j; i++, j--) {
      int swapped = ideal[i];
      ideal[i] = ideal[j];
      ideal[j] = swapped;
    }
    double best = dcg(ideal);
    return best == 0 ? 0 : dcg(ranked) / best;
  }

  private double dcg(int[] grades) {
    double sum = 0;
    for (int i = 0; i < Math.min(k, grades.length); i++) {
      sum += (Math.pow(2, grades[i]) - 1) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
  }
}
