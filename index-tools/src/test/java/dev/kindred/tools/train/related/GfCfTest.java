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
import dev.kindred.model.related.GfCfModel;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

class GfCfTest extends TrainerContract {
  private static final int ITEMS = 30;
  private static final int USERS = 60;
  private static final int FACTORS = 5;
  private static final Run RUN = new Run("gfcf", "1", 1, 2, Progress.NONE);

  @Override
  protected String name() {
    return "gfcf";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("factors", "2");
  }

  private static Interactions random() {
    SplittableRandom random = new SplittableRandom(11);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int i = 0; i < ITEMS; i++) {
      events.item("i" + i);
    }
    for (int e = 0; e < 500; e++) {
      int user = random.nextInt(USERS);
      int item = random.nextInt(1 + random.nextInt(ITEMS - 1));
      events.add("u" + user, "i" + (item + user % 3) % (ITEMS - 1), 1, e);
    }
    return events.build();
  }

  /** Equation 9 of the paper in doubles, with another library's eigenvectors of P. */
  private static DMatrixRMaj expected(Interactions data, double alpha, double sharpening) {
    DMatrixRMaj x = new DMatrixRMaj(data.users().size(), ITEMS);
    double[] rows = new double[x.numRows];
    double[] columns = new double[ITEMS];
    for (int user = 0; user < x.numRows; user++) {
      for (int p = data.from(user); p < data.to(user); p++) {
        x.set(user, data.item(p), 1);
        rows[user]++;
        columns[data.item(p)]++;
      }
    }
    for (int user = 0; user < x.numRows; user++) {
      for (int i = 0; i < ITEMS; i++) {
        if (columns[i] > 0) {
          x.set(user, i, x.get(user, i) / Math.sqrt(rows[user] * columns[i]));
        }
      }
    }
    DMatrixRMaj filter = new DMatrixRMaj(ITEMS, ITEMS);
    CommonOps_DDRM.multTransA(x, x, filter);
    DMatrixRMaj low = low(filter, columns);
    DMatrixRMaj sharp = low.copy();
    CommonOps_DDRM.multAdd(-sharpening, low, filter, sharp);
    CommonOps_DDRM.addEquals(filter, alpha, sharp);
    return filter;
  }

  /** D^−½·V·Vᵀ·D^½. */
  private static DMatrixRMaj low(DMatrixRMaj p, double[] popularity) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(ITEMS, true, true);
    assertThat(eigen.decompose(p.copy())).isTrue();
    List<Integer> order =
        IntStream.range(0, ITEMS)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .toList();
    DMatrixRMaj low = new DMatrixRMaj(ITEMS, ITEMS);
    for (int f = 0; f < FACTORS; f++) {
      DMatrixRMaj v = eigen.getEigenVector(order.get(f));
      for (int j = 0; j < ITEMS; j++) {
        for (int i = 0; i < ITEMS && popularity[j] > 0; i++) {
          low.add(j, i, v.get(j) * v.get(i) * Math.sqrt(popularity[i] / popularity[j]));
        }
      }
    }
    return low;
  }

  private static void isTheClosedForm(double alpha, double sharpening) {
    Interactions data = random();
    GfCf trainer = new GfCf(FACTORS, alpha, sharpening, 0, 40, null);
    GfCfModel model = trainer.train(new Dataset(data, List.of()), RUN);
    DMatrixRMaj expected = expected(data, alpha, sharpening);
    for (int j = 0; j + 1 < ITEMS; j++) {
      Encoding encoding = model.encode(Tastes.liking("i" + j), Tastes.among());
      for (int i = 0; i + 1 < ITEMS; i++) {
        if (i != j && expected.get(j, i) != 0) {
          assertThat(FieldScores.of(model, "i" + i).score(encoding))
              .isCloseTo(expected.get(j, i), within(1e-4));
        }
      }
    }
  }

  @Test
  void scoresAreThoseOfThePaper() {
    isTheClosedForm(0.3, 0);
  }

  @Test
  void sharpeningIsOneStepOnTheLowRankPart() {
    isTheClosedForm(0.5, 1);
  }

  @Test
  void anItemNobodyLikesHasNoFields() {
    GfCfModel model = GfCf.DEFAULT.train(new Dataset(random(), List.of()), RUN);
    assertThat(FieldScores.of(model, "i" + (ITEMS - 1)).isEmpty()).isTrue();
  }

  @Test
  void vectorsOfASmallMatrixAreThoseOfItsRank() {
    GfCfModel model = GfCf.DEFAULT.train(new Dataset(random(), List.of()), RUN);
    float[] vector = FieldScores.of(model, "i1").vector("model.gfcf.low");
    assertThat(vector).hasSize(256);
    for (int f = ITEMS; f < vector.length; f++) {
      assertThat(vector[f]).isZero();
    }
  }

  @Test
  void keepsTheLargestWeights() {
    GfCf trainer = new GfCf(FACTORS, 0.3, 0, 4, 6, null);
    GfCfModel model = trainer.train(new Dataset(random(), List.of()), RUN);
    assertThat(FieldScores.of(model, "i1").terms("model.gfcf")).hasSize(4);
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("gfcf", Map.of("factors", "2000")))
        .hasMessage("model 'gfcf': factors must be 1 to 1024, was 2000");
    assertThatThrownBy(() -> Trainers.create("gfcf", Map.of("sharpening", "-1")))
        .hasMessage("model 'gfcf': sharpening must be 0 to 2, was -1");
  }
}
