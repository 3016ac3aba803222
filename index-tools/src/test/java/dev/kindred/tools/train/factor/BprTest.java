package dev.kindred.tools.train.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.model.FieldScores;
import dev.kindred.model.factor.BprModel;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BprTest extends TrainerContract {
  @Override
  protected String name() {
    return "bpr";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("factors", "4");
  }

  /** Enough items for several blocks; the lower an item's number, the more like it. */
  private static Dataset large() {
    SplittableRandom random = new SplittableRandom(2);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int e = 0; e < 6000; e++) {
      int item = (int) (500 * random.nextDouble() * random.nextDouble());
      events.add("u" + random.nextInt(150), "i" + item, 1, e);
    }
    return new Dataset(events.build(), List.of());
  }

  private static BprModel train(Map<String, String> parameters, int threads, Progress progress) {
    return (BprModel)
        Trainers.create("bpr", parameters)
            .train(large(), new Run("bpr", "1", 3, threads, progress));
  }

  private static List<Double> losses(Map<String, String> parameters) {
    List<Double> losses = new ArrayList<>();
    train(parameters, 1, (done, total, loss) -> losses.add(loss));
    return losses;
  }

  private static float[] vector(BprModel model, String item) {
    return FieldScores.of(model, new Item(item, Map.of())).vector("model.bpr");
  }

  @Test
  void theLossStartsAtChanceAndFalls() {
    List<Double> losses = losses(Map.of("factors", "8", "epochs", "30"));
    assertThat(losses).hasSize(30);
    assertThat(losses.getFirst()).isLessThan(Math.log(2) + 0.01).isGreaterThan(0.6);
    assertThat(losses.getLast()).isLessThan(0.8 * losses.getFirst());
  }

  @Test
  void threadsChangeNothingWhereThereAreManyBlocks() {
    Map<String, String> parameters = Map.of("factors", "8", "epochs", "3", "negatives", "2");
    BprModel one = train(parameters, 1, Progress.NONE);
    BprModel many = train(parameters, 4, Progress.NONE);
    for (int item = 0; item < 300; item += 7) {
      assertThat(vector(many, "i" + item)).isEqualTo(vector(one, "i" + item));
    }
  }

  @Test
  void whatManyLikeHasTheHigherBias() {
    BprModel model = train(Map.of("factors", "2"), 2, Progress.NONE);
    assertThat(vector(model, "i0")[2]).isGreaterThan(vector(model, "i250")[2] + 0.5f);
  }

  @Test
  void harderNegativesAreHarder() {
    double plain = losses(Map.of("factors", "8", "epochs", "5")).getLast();
    double hard = losses(Map.of("factors", "8", "epochs", "5", "negatives", "8")).getLast();
    assertThat(hard).isGreaterThan(plain);
  }

  @Test
  void agedEventsAreLearnedLess() {
    float[] plain = vector(train(Map.of("factors", "2"), 1, Progress.NONE), "i0");
    BprModel ageing = train(Map.of("factors", "2", "half_life", "PT1S"), 1, Progress.NONE);
    assertThat(vector(ageing, "i0")[2]).isLessThan(plain[2]);
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("bpr", Map.of("negatives", "0")))
        .hasMessage("model 'bpr': negatives must be 1 to 1000, was 0");
    assertThatThrownBy(
            () -> Trainers.create("bpr", Map.of("learning_rate", "2", "regularization", "1")))
        .hasMessage("model 'bpr': learning_rate × regularization must be below 1, was 2.0");
  }

  @Test
  void saysWhatToDoWhenStrengthsMakeItDiverge() {
    InteractionsBuilder plays = new InteractionsBuilder(false, Repeats.LAST);
    SplittableRandom random = new SplittableRandom(3);
    for (int e = 0; e < 400; e++) {
      plays.add("u" + random.nextInt(30), "i" + random.nextInt(20), 1 + random.nextInt(3000), e);
    }
    Dataset counts = new Dataset(plays.build(), List.of());
    Run run = new Run("bpr", "1", 3, 1, Progress.NONE);
    assertThatThrownBy(() -> Bpr.DEFAULT.train(counts, run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the training of model 'bpr' diverged to ")
        .hasMessageEndingWith(": lower learning_rate, which strengths multiply");
  }
}
