package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  @TempDir Path root;
  private Generations generations;

  @BeforeEach
  void publishFirst() throws IOException {
    generations = Generations.at(root, 1);
    publish();
  }

  private void publish() throws IOException {
    generations.publish(generations.begin());
  }

  @Test
  void aGenerationInUseStays() throws IOException {
    Lease one = generations.lease();
    Lease two = generations.lease();
    Path first = one.path();
    assertThat(two.path()).isEqualTo(first).isEqualTo(generations.current());
    publish();
    assertThat(first).exists();
    one.close();
    one.close();
    publish();
    assertThat(first).as("still held by the other lease").exists();
    two.close();
    publish();
    assertThat(first).doesNotExist();
    assertThat(generations.list()).hasSize(1);
  }

  @Test
  void needsAnIndex() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Generations.at(root.resolve("none")).lease())
        .withMessageContaining("there is no index here");
  }

  @Test
  void takesTheNextWhenTheFirstChoiceIsGone() throws IOException {
    Path gone = generations.current();
    publish();
    assertThat(gone).doesNotExist();
    boolean[] asked = new boolean[1];
    Lease.Choice choice =
        () -> {
          Path answer = asked[0] ? generations.current() : gone;
          asked[0] = true;
          return answer;
        };
    try (Lease lease = Lease.of(choice)) {
      assertThat(lease.path()).isEqualTo(generations.current());
    }
  }

  /** Holds the current generation until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (Lease lease = Generations.at(Path.of(arguments[0])).lease()) {
        System.out.print(lease.path().getFileName() + "\n");
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void anotherProcessHoldsUntilItDies() throws Exception {
    Path first = generations.current();
    Process holder = ChildJvm.start(Holder.class, root.toString());
    try (BufferedReader output = holder.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("000001");
      publish();
      assertThat(first).exists();
      ChildJvm.kill(holder, output);
    }
    publish();
    assertThat(first).doesNotExist();
  }
}
