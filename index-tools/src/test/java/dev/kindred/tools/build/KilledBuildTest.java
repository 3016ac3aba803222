package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Recommender;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build in another process, killed at any moment, leaves the index as it was or as it will be.
 */
class KilledBuildTest {
  private static final int KILLS = 16;
  private static final int LONGEST_WAIT_MS = 700;

  @TempDir private Path folder;

  @Test
  void theIndexAlwaysOpensAndAnswersTheSame() throws Exception {
    Shop shop = Shop.in(folder);
    BuildLoop.once(folder);
    Request request = Request.user(Shop.reader(0)).size(20);
    Map<String, Float> expected;
    try (Recommender open = shop.open()) {
      expected = Shop.scores(open, request);
    }
    assertThat(expected).hasSize(20);
    SplittableRandom random = new SplittableRandom(11);
    Set<String> interrupted = new TreeSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      interrupted.add(killAfter(random.nextInt(LONGEST_WAIT_MS)));
      try (Recommender open = shop.open()) {
        assertThat(Shop.scores(open, request)).isEqualTo(expected);
      }
    }
    assertThat(interrupted).as("phases that were interrupted").hasSizeGreaterThan(1);

    BuildLoop.once(folder);
    try (Stream<Path> left = Files.list(shop.current().getParent())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .as("what killed builds left is swept away by the next")
          .hasSizeLessThanOrEqualTo(2)
          .noneMatch(name -> name.startsWith("."));
    }
  }

  /** Answers the phase the build was in. */
  private String killAfter(int millis) throws IOException, InterruptedException {
    Path phases = folder.resolve("phases.txt");
    Path errors = folder.resolve("errors.txt");
    Process child =
        new ProcessBuilder(command())
            .redirectOutput(phases.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      while (Files.size(phases) == 0 && child.isAlive()) {
        Thread.sleep(5);
      }
      Thread.sleep(millis);
      assertThat(child.isAlive()).as("builds: %s", Files.readString(errors)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(phases).getLast();
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules",
        "jdk.incubator.vector",
        "-XX:TieredStopAtLevel=1",
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        BuildLoop.class.getName(),
        folder.toString());
  }
}
