package dev.kindred.benchmarks.encode;

import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.index.Schema;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.content.PreferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to compute a user's category preferences for one request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class PreferenceBenchmark {
  static final int ITEMS = 20_000;
  static final int EVENTS = 500;
  private static final int CATEGORIES = 40;
  private static final Schema SCHEMA =
      new Schema(List.of("title"), List.of("category"), List.of(), null, null, Map.of(), "english");

  /** Whether items of earlier requests are in memory, as a recommender keeps them. */
  @Param({"in memory", "from the index"})
  public String items;

  private Path folder;
  private DirectoryReader reader;
  private LuceneCatalogue kept;
  private PreferenceModel model;
  private UserState user;

  @Setup
  public void prepare() throws IOException {
    folder = Files.createTempDirectory("kindred-preference");
    try (FSDirectory directory = FSDirectory.open(folder);
        ItemWriter writer = ItemWriter.create(directory, SCHEMA, List.of())) {
      for (int i = 0; i < ITEMS; i++) {
        writer.add(
            new Item("i" + i, Map.of("title", "item " + i, "category", "c" + i % CATEGORIES)));
      }
      writer.commit(Map.of());
    }
    reader = DirectoryReader.open(FSDirectory.open(folder));
    kept = new LuceneCatalogue(reader);
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            "preference",
            "preference",
            "1",
            Instant.EPOCH,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of());
    model =
        new PreferenceModel(
            manifest, new PreferenceModel.Settings("category", Duration.ofDays(90), 100));
    SplittableRandom random = new SplittableRandom(3);
    List<Event> history = new ArrayList<>();
    for (int event = 0; event < EVENTS; event++) {
      String item = "i" + random.nextInt(ITEMS);
      history.add(new Event("u", item, Event.VIEW, 1, Instant.ofEpochSecond(3600L * event)));
    }
    user = new UserState("u", history, Map.of());
  }

  @TearDown
  public void remove() throws IOException {
    IOUtils.close(reader, reader.directory());
    IOUtils.rm(folder);
  }

  @Benchmark
  public Encoding encode() throws IOException {
    LuceneCatalogue catalogue = items.equals("in memory") ? kept : new LuceneCatalogue(reader);
    Instant now = Instant.ofEpochSecond(3600L * EVENTS);
    return model.encode(user, new Situation(now, Map.of(), "", EventWeights.EQUAL, catalogue));
  }
}
