package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks made of files: of small ones written here, and of the reference data where it is. */
class ProtocolsTest {
  private static final Path REFERENCE = Path.of("..", "..", "shared", "data");

  @TempDir private Path data;

  private void write(String file, String... lines) throws IOException {
    Path path = data.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  private static List<String> history(Query query) {
    return query.history().stream().map(Event::itemId).toList();
  }

  @Test
  void theLastItemOfASequenceIsAskedForAfterTheOthers() throws IOException {
    write("s/events.txt", "u a", "u b", "u c", "u d", "v b", "v a", "v d");
    for (boolean refit : new boolean[] {false, true}) {
      Task task = new Sequences("s", "events.txt", refit).task(data);
      assertThat(task.train().size()).isEqualTo(refit ? 5 : 3);
      Query first = task.queries().getFirst();
      assertThat(history(first)).containsExactly("a", "b", "c");
      assertThat(first.relevant()).isEqualTo(Set.of("d"));
      assertThat(task.train().items().ids()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }
  }

  @Test
  void gowallaLearnsFromTrainAndValidation() throws IOException {
    write("gowalla/train.txt", "0 1 2", "1 2");
    write("gowalla/valid.txt", "0 3");
    write("gowalla/test.txt", "0 4", "1 1 3");
    Task task = new Gowalla().task(data);
    assertThat(task.train().size()).isEqualTo(4);
    assertThat(history(task.queries().getFirst())).containsExactlyInAnyOrder("1", "2", "3");
    assertThat(task.queries().get(1).relevant()).isEqualTo(Set.of("1", "3"));
  }

  @Test
  void readersOfTenArticlesAreAskedWhereSomethingIsHeldOut() throws IOException {
    write("citeulike-a/cf-train-10-users.dat", "2 0 1", "1 1");
    write("citeulike-a/cf-test-10-users.dat", "1 2", "0");
    write("citeulike-a/item-tag.dat", "2 0 1", "0", "1 1", "0");
    write("citeulike-a/tags.dat", "graph", "theory");
    CiteULike.Ten protocol = new CiteULike.Ten();
    Task task = protocol.task(data);
    assertThat(task.queries()).hasSize(1);
    assertThat(task.train().items().ids()).containsExactlyInAnyOrder("0", "1", "2", "3");
    Map<String, Item> items = protocol.items(data);
    assertThat(items.get("0").text("tags")).isEqualTo("graph theory");
    assertThat(items.get("1").text("tags")).isEmpty();
  }

  @Test
  void candidatesThatTheReaderHasAreNotRanked() throws IOException {
    assumeTrue(Files.exists(REFERENCE.resolve("citeulike-a")), "the reference data is not here");
    Task task = new CiteULike.Cmn(false).task(REFERENCE);
    assertThat(task.queries()).hasSize(5551);
    assertThat(task.train().size()).isEqualTo(199_435);
    assertThat(task.queries().stream().mapToInt(q -> 101 - q.candidates().size()).sum())
        .isEqualTo(1115);
    assertThat(new CiteULike.Cmn(true).task(REFERENCE).train().size()).isEqualTo(199_435 - 5551);
  }
}
