package dev.kindred.tools.train.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Tastes;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class EaseTest extends TrainerContract {
  private static final int ITEMS = 30;
  private static final Run RUN = new Run("ease", "1", 1, 2, Progress.NONE);

  @Override
  protected String name() {
    return "ease";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("regularization", "10");
  }

  private static Interactions random() {
    SplittableRandom random = new SplittableRandom(11);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.SUM);
    for (int i = 0; i < ITEMS; i++) {
      events.item("i" + i);
    }
    for (int e = 0; e < 400; e++) {
      events.add("u" + random.nextInt(50), "i" + random.nextInt(ITEMS), 1, e);
    }
    return events.build();
  }

  /** Equation 8 of the paper, in doubles, by another library. */
  private static DMatrixRMaj weights(Interactions data, double lambda) {
    DMatrixRMaj x = new DMatrixRMaj(data.users().size(), ITEMS);
    for (int user = 0; user < data.users().size(); user++) {
      for (int p = data.from(user); p < data.to(user); p++) {
        x.add(user, data.item(p), data.strength(p));
      }
    }
    DMatrixRMaj p = new DMatrixRMaj(ITEMS, ITEMS);
    CommonOps_DDRM.multTransA(x, x, p);
    for (int i = 0; i < ITEMS; i++) {
      p.add(i, i, lambda);
    }
    assertThat(CommonOps_DDRM.invert(p)).isTrue();
    DMatrixRMaj b = new DMatrixRMaj(ITEMS, ITEMS);
    for (int j = 0; j < ITEMS; j++) {
      for (int i = 0; i < ITEMS; i++) {
        b.set(j, i, i == j ? 0 : -p.get(j, i) / p.get(i, i));
      }
    }
    return b;
  }

  private static double score(RelatedItems model, int liked, int item) throws Exception {
    Encoding encoding = model.encode(Tastes.liking("i" + liked), Tastes.among());
    return FieldScores.of(model, "i" + item).score(encoding);
  }

  @Test
  void weightsAreTheClosedForm() throws Exception {
    RelatedItems model = new Ease(20, 0, null).train(new Dataset(random(), List.of()), RUN);
    DMatrixRMaj b = weights(random(), 20);
    for (int j = 0; j < ITEMS; j++) {
      for (int i = 0; i < ITEMS; i++) {
        if (i != j) {
          assertThat(score(model, j, i)).isCloseTo(b.get(j, i), within(1e-6));
        }
      }
    }
  }

  /** The definition of the exponents, in doubles, by another library. */
  private static DMatrixRMaj softened(Interactions data, Ease ease) {
    DMatrixRMaj x = new DMatrixRMaj(data.users().size(), ITEMS);
    for (int user = 0; user < data.users().size(); user++) {
      for (int p = data.from(user); p < data.to(user); p++) {
        x.add(user, data.item(p), data.strength(p));
      }
    }
    double[] ofUser = new double[x.numRows];
    double[] ofItem = new double[ITEMS];
    double cells = 0;
    for (int user = 0; user < x.numRows; user++) {
      for (int i = 0; i < ITEMS; i++) {
        int there = x.get(user, i) == 0 ? 0 : 1;
        ofUser[user] += there;
        ofItem[i] += there;
        cells += there;
      }
    }
    double weighed = 0;
    for (double n : ofUser) {
      weighed += Math.pow(n, 1 - ease.user_exponent());
    }
    for (int user = 0; user < x.numRows; user++) {
      double weight = Math.pow(ofUser[user], -ease.user_exponent()) * cells / weighed;
      for (int i = 0; i < ITEMS; i++) {
        x.set(user, i, x.get(user, i) * Math.sqrt(weight));
      }
    }
    DMatrixRMaj p = new DMatrixRMaj(ITEMS, ITEMS);
    CommonOps_DDRM.multTransA(x, x, p);
    double mean = CommonOps_DDRM.trace(p) / ITEMS;
    for (int i = 0; i < ITEMS; i++) {
      double power = Math.pow(p.get(i, i) / mean, ease.frequency_exponent());
      p.add(i, i, ease.regularization() * power);
    }
    assertThat(CommonOps_DDRM.invert(p)).isTrue();
    DMatrixRMaj b = new DMatrixRMaj(ITEMS, ITEMS);
    for (int j = 0; j < ITEMS; j++) {
      for (int i = 0; i < ITEMS; i++) {
        double divisor = Math.pow(ofItem[i] * ITEMS / cells, ease.popularity_exponent());
        b.set(j, i, -p.get(j, i) / p.get(i, i) / divisor);
      }
    }
    return b;
  }

  @Test
  void exponentsSoftenTheSayOfTheMany() throws Exception {
    Ease ease = new Ease(20, 0.7, 0.5, 0.2, 0, null);
    RelatedItems model = ease.train(new Dataset(random(), List.of()), RUN);
    DMatrixRMaj b = softened(random(), ease);
    for (int j = 0; j < ITEMS; j++) {
      for (int i = 0; i < ITEMS; i++) {
        if (i != j) {
          assertThat(score(model, j, i)).isCloseTo(b.get(j, i), within(1e-6));
        }
      }
    }
  }

  @Test
  void keepsTheLargestWeightsOfEitherSign() throws Exception {
    RelatedItems model = new Ease(20, 5, null).train(new Dataset(random(), List.of()), RUN);
    DMatrixRMaj b = weights(random(), 20);
    for (int i = 0; i < ITEMS; i++) {
      int item = i;
      double smallestKept = Double.MAX_VALUE;
      double largestLeft = 0;
      for (int j = 0; j < ITEMS; j++) {
        double size = Math.abs(b.get(j, item));
        if (Double.isNaN(score(model, j, item))) {
          largestLeft = Math.max(largestLeft, j == item ? 0 : size);
        } else {
          smallestKept = Math.min(smallestKept, size);
        }
      }
      assertThat(FieldScores.of(model, "i" + item).terms("model.ease")).hasSize(5);
      assertThat(smallestKept).isGreaterThanOrEqualTo(largestLeft - 1e-6);
    }
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("ease", Map.of("regularization", "0")))
        .hasMessage("model 'ease': regularization must be above 0, was 0");
    assertThatThrownBy(() -> Trainers.create("ease", Map.of("user_exponent", "-1")))
        .hasMessage("model 'ease': user_exponent must be 0 to 2, was -1");
    assertThatThrownBy(() -> Trainers.create("ease", Map.of("neighbours", "-1")))
        .hasMessage("model 'ease': neighbours must be at least 0, was -1");
  }

  @Test
  void saysWhatToDoWhenStrengthsDrownTheRegularization() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int user = 0; user < 30; user++) {
      for (int item = 0; item < 20; item++) {
        events.add("u" + user, "i" + item, 1e5f * (1 + user % 7), 0);
      }
    }
    Dataset twins = new Dataset(events.build(), List.of());
    assertThatThrownBy(() -> Ease.DEFAULT.train(twins, RUN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "model 'ease': regularization 500.0 is lost in the rounding of the strengths' products;"
                + " raise it, or give smaller strengths");
  }
}
