package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.data.Dataset;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.Encodings;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.LongWork;
import dev.kindred.tools.train.NetworkContract;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the networks of this package promise beside: to end early by what they will serve. */
abstract class DeepContract extends NetworkContract {
  private static final long SEED = 11;

  @TempDir Path point;

  /** With validation, so that the best epoch need not be the last. */
  @Override
  protected Map<String, String> interrupted() {
    return with(Map.of("validation", "8", "patience", "0"));
  }

  private Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(parameters());
    all.putAll(more);
    return all;
  }

  private Model train(Map<String, String> more, Progress progress) {
    return Trainers.create(name(), with(more))
        .train(dataset(), new Run(name(), "1", SEED, 1, progress));
  }

  @Test
  void endsWhenValidationNoLongerImprovesAndKeepsTheBest() {
    List<Double> merits = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void epoch(int done, int total, double loss) {
            throw new AssertionError("validation is not told");
          }

          @Override
          public void epoch(int done, int total, double loss, double validation) {
            merits.add(validation);
          }

          @Override
          public void remark(String line) {
            remarks.add(line);
          }
        };
    Model model = train(Map.of("validation", "24", "patience", "2", "epochs", "60"), progress);
    double best = merits.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    int first = merits.indexOf(best) + 1;
    assertThat(merits).hasSize(first + 2).hasSizeLessThan(60);
    assertThat(remarks).hasSize(1).first().asString().contains("no better validation in 2 epochs");
    assertThat(model.manifest().metrics())
        .containsEntry("best_epoch", (double) first)
        .containsEntry("validation_ndcg@10", best)
        .containsEntry("epochs", (double) merits.size());
  }

  @Test
  void theFirstStepHasTheWholeRate() throws Exception {
    List<String> answers = new ArrayList<>();
    for (String rate : List.of("0.01", "0.1")) {
      Map<String, String> one = Map.of("epochs", "1", "batch", "1000", "learning_rate", rate);
      Encoding encoding = train(one, Progress.NONE).encode(user(0), Tastes.among());
      answers.add(Encodings.text(encoding));
    }
    assertThat(answers).doesNotHaveDuplicates();
  }

  @Test
  void aCheckpointOfAnotherCatalogueIsRefused() {
    assumeTrue(Trainers.parameters(name()).containsKey("keywords"), "reads no content");
    Path folder = point.resolve("point");
    train(dataset(), new LongWork(folder, false, null, () -> Instant.EPOCH));
    List<Item> others = new ArrayList<>();
    dataset().items().forEach(item -> others.add(new Item(item.id(), recategorised(item))));
    assertThatThrownBy(
            () ->
                train(
                    new Dataset(dataset().interactions(), others),
                    new LongWork(folder, true, null, () -> Instant.EPOCH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of other parameters, data or seed");
  }

  /** With as many features as before, so that no shape tells. */
  private static Map<String, Object> recategorised(Item item) {
    return Map.of("category", item.fields().get("category").equals("c0") ? "c1" : "c2");
  }

  private void train(Dataset data, LongWork work) {
    Run run = new Run(name(), "1", SEED, 1, Progress.NONE, work);
    Trainers.create(name(), with(Map.of("epochs", "1"))).train(data, run);
  }

  @Test
  void learnsFromEverythingWithoutValidation() {
    Model model = train(Map.of("validation", "0", "epochs", "3"), Progress.NONE);
    assertThat(model.manifest().metrics())
        .containsEntry("best_epoch", 3.0)
        .doesNotContainKey("validation_ndcg@10");
    assertThat(dataset().interactions().users().size()).isEqualTo(Checkerboard.SIZE);
  }
}
