package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is killed at any moment leaves a whole generation current. */
class GenerationsKillTest {
  private static final int KILLS = 30;
  private static final int LONGEST_MILLIS = 100;
  private static final long SEED = 20_26;

  @TempDir Path root;

  /** Builds one generation after the other until it is killed. */
  static final class Builder {
    private Builder() {}

    public static void main(String[] arguments) throws IOException {
      Generations generations = Generations.at(Path.of(arguments[0]));
      while (true) {
        System.out.print("next\n");
        System.out.flush();
        buildOne(generations);
      }
    }
  }

  /** The generation of number n has n items, and says so wherever it can. */
  private static void buildOne(Generations generations) throws IOException {
    Path build = generations.begin();
    String name = build.getFileName().toString();
    String number = name.substring(name.indexOf('-') + 1);
    TagModel model = new TagModel("als", number);
    Path directory = build.resolve(Generations.MODELS).resolve("als");
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("manifest.json"), number);
    Files.writeString(build.resolve(Generations.PROFILES), number);
    Books.SCHEMA.write(build.resolve(Generations.SCHEMA));
    try (FSDirectory items = FSDirectory.open(build.resolve(Generations.ITEMS));
        ItemWriter writer = ItemWriter.create(items, Books.SCHEMA, List.of(model))) {
      for (int i = 0; i < Integer.parseInt(number); i++) {
        writer.add(new Item("i" + i, Map.of("title", "item " + i, "price", i)));
      }
      writer.commit(profiles(build));
    }
    generations.publish(build);
  }

  private static Map<String, String> profiles(Path generation) throws IOException {
    return Map.of(Versions.PROFILES, Versions.digest(generation.resolve(Generations.PROFILES)));
  }

  @Test
  void thereIsAlwaysAWholeGeneration() throws Exception {
    buildOne(Generations.at(root));
    Random random = new Random(SEED);
    int before = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = ChildJvm.start(Builder.class, root.toString());
      try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
        for (int builds = 1 + random.nextInt(3); builds > 0; builds--) {
          assertThat(output.readLine()).isEqualTo("next");
        }
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        ChildJvm.kill(child, output);
      }
      int now = requireWhole("seed " + SEED + ", kill " + kill);
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
    assertThat(before).as("some builds were finished between the kills").isGreaterThan(KILLS / 3);
    buildOne(Generations.at(root));
    assertThat(Generations.at(root).list()).as("nothing is left behind").hasSize(2);
  }

  private int requireWhole(String when) throws IOException {
    Path current = Generations.at(root).current();
    Generations.verify(current);
    String number = current.getFileName().toString();
    try (FSDirectory items = FSDirectory.open(current.resolve(Generations.ITEMS));
        DirectoryReader reader = DirectoryReader.open(items)) {
      assertThat(reader.numDocs()).as(when).isEqualTo(Integer.parseInt(number));
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      TagModel model = new TagModel("als", number);
      Schema schema = Schema.read(current.resolve(Generations.SCHEMA));
      Versions.require(reader, schema, List.of(model), profiles(current));
    }
    return Integer.parseInt(number);
  }
}
