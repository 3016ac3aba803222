package dev.kindred.benchmarks.knn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Dataset;
import dev.kindred.data.EventWeights;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.Model;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {
  private static final int ITEMS = 60;
  private static final Situation NOW =
      new Situation(Instant.EPOCH, Map.of(), "", EventWeights.EQUAL, id -> Optional.empty());

  @TempDir private Path folder;

  /** User u takes the items from u on. */
  private static LastItems data() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int user = 0; user < 30; user++) {
      for (int i = 0; i < 6; i++) {
        events.add("u" + user, "i" + (user + i) % ITEMS, 1, i);
      }
    }
    return LastItems.of(events.build());
  }

  @Test
  void theLastItemIsHeldOut() {
    LastItems data = data();
    assertThat(data.users()).hasSize(30);
    assertThat(data.answers().getFirst()).isEqualTo("i5");
    assertThat(data.users().getFirst().history()).extracting(e -> e.itemId()).doesNotContain("i5");
    assertThat(data.train().items().ids()).contains("i34");
    assertThat(data.train().size()).isEqualTo(30 * 5);
  }

  @Test
  void aWalkAsDeepAsTheCatalogueIsTheScanAndNobodyGetsWhatTheyHave() throws Exception {
    LastItems data = data();
    List<Item> items =
        data.train().items().ids().stream().map(id -> new Item(id, Map.of())).toList();
    Model model =
        Trainers.create("als", Map.of("factors", "8"))
            .train(new Dataset(data.train(), items), new Run("als", "1", 1, 1, Progress.NONE));
    try (Vectors vectors = Vectors.write(folder, model, items)) {
      for (UserState user : data.users()) {
        Encoding.Dense encoding = (Encoding.Dense) model.encode(user, NOW);
        Query unseen = Vectors.unseen(user);
        String[] scan = vectors.scan(encoding, unseen);
        assertThat(scan).hasSize(Vectors.CUT).doesNotHaveDuplicates();
        assertThat(user.history()).extracting(e -> e.itemId()).doesNotContain(scan);
        assertThat(vectors.walk(encoding, unseen, ITEMS)).isEqualTo(scan);
        assertThat(vectors.walk(encoding, unseen, 5)).hasSize(5);
      }
    }
  }
}
