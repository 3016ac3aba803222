package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamTest {
  private static final Histories ALL =
      new Histories(
          new int[][] {{0, 1, 2}, {3, 4}, {5, 0, 1, 4}},
          new long[][] {{1, 2, 3}, {1, 2}, {5, 6, 7, 3_600_000}});

  @Test
  void keepsTheLatestOfThoseWhoHaveEnough() {
    Exam exam = Exam.of(ALL, Moments.of(List.of(Moments.Kind.HOUR)), 10, 1);
    assertThat(exam.histories()).containsExactlyInAnyOrder(new int[] {0, 1}, new int[] {5, 0, 1});
    assertThat(exam.answers()).containsExactlyInAnyOrder(2, 4);
    int last = exam.answers()[0] == 4 ? 0 : 1;
    assertThat(exam.context().get(last)).as("one o'clock").containsExactly(1);
    assertThat(exam.rest().items()).isDeepEqualTo(new int[][] {{0, 1}, {3, 4}, {5, 0, 1}});
    assertThat(exam.rest().times()[2]).containsExactly(5, 6, 7);
    assertThat(ALL.items()[0]).as("the whole stays").containsExactly(0, 1, 2);
  }

  @Test
  void asksNoMoreThanWanted() {
    Moments none = Moments.of(List.of());
    assertThat(Exam.of(ALL, none, 1, 1).answers()).hasSize(1);
    Exam nobody = Exam.of(ALL, none, 0, 1);
    assertThat(nobody.ndcg(6, (user, scores) -> {})).isNaN();
    assertThat(nobody.rest().items()).isDeepEqualTo(ALL.items());
  }

  @Test
  void anAnswerIsWorthItsPlaceAndTiesCountAgainstIt() {
    Exam exam = Exam.of(ALL, Moments.of(List.of()), 10, 1);
    assertThat(exam.ndcg(6, (user, scores) -> scores[exam.answers()[user]] = 1)).isOne();
    double second =
        exam.ndcg(
            6,
            (user, scores) -> {
              Arrays.fill(scores, 0);
              scores[3] = 1;
              scores[exam.answers()[user]] = 1;
            });
    assertThat(second).isEqualTo(Math.log(2) / Math.log(3));
  }
}
