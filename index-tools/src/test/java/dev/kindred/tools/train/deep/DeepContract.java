package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.NetworkContract;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.HeldOut;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the networks of this package promise beside: to end early by what they will serve. */
abstract class DeepContract extends NetworkContract {
  private static final long SEED = 11;

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
  void validatesWhatItServes() throws Exception {
    int users = 9;
    Map<String, String> few = new TreeMap<>();
    few.put("epochs", "4");
    few.put("validation", "" + users);
    few.put("patience", "0");
    if (parameters().containsKey("context")) {
      few.put("context", "");
    }
    Model model = train(few, Progress.NONE);
    Interactions log = dataset().interactions();
    List<Integer> asked =
        HeldOut.choose(
            log.users().size(), u -> log.to(u) - log.from(u) >= HeldOut.LEAST, users, SEED);
    double sum = 0;
    for (int user : asked) {
      sum += gain(model, log, user);
    }
    assertThat(asked).hasSize(users);
    assertThat(model.manifest().metrics().get("validation_ndcg@10"))
        .isCloseTo(sum / users, offset(1e-9));
  }

  private double gain(Model model, Interactions log, int user) throws Exception {
    List<String> history = new ArrayList<>();
    for (int p = log.from(user); p < log.to(user); p++) {
      history.add(log.items().id(log.item(p)));
    }
    String answer = history.removeLast();
    Encoding encoding = model.encode(Tastes.liking(history.toArray(String[]::new)), Tastes.among());
    double right = score(model, answer, encoding);
    int better = 0;
    for (Item item : dataset().items()) {
      boolean other = !item.id().equals(answer) && !history.contains(item.id());
      better += other && score(model, item.id(), encoding) >= right ? 1 : 0;
    }
    return better < 10 ? Math.log(2) / Math.log(better + 2) : 0;
  }

  private double score(Model model, String id, Encoding encoding) throws Exception {
    for (Item item : dataset().items()) {
      if (item.id().equals(id)) {
        return FieldScores.of(model, item).score(encoding);
      }
    }
    throw new IllegalArgumentException(id);
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
  void learnsFromEverythingWithoutValidation() {
    Model model = train(Map.of("validation", "0", "epochs", "3"), Progress.NONE);
    assertThat(model.manifest().metrics())
        .containsEntry("best_epoch", 3.0)
        .doesNotContainKey("validation_ndcg@10");
    assertThat(dataset().interactions().users().size()).isEqualTo(Checkerboard.SIZE);
  }
}
