package dev.kindred.benchmarks.encode;

import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.IdMap;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.sequence.GruModel;
import dev.kindred.model.sequence.GruNetwork;
import dev.kindred.model.sequence.SasRecModel;
import dev.kindred.model.sequence.SasRecNetwork;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;

/** One thread encodes sessions with networks of MovieLens 1M's size and random weights. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class EncodeBenchmark {
  private static final int ITEMS = 3416;
  private static final int WIDTH = 64;
  private static final int LENGTH = 200;
  private static final double SPREAD = 0.1;

  /** Which network. */
  @Param({"sasrec", "gru"})
  public String model;

  /** Events of the session. */
  @Param({"50", "200"})
  public int events;

  private Model network;
  private UserState user;
  private Situation situation;

  @Setup
  public void prepare() {
    IdMap items = IdMap.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList());
    network = "gru".equals(model) ? gru(items) : sasrec(items);
    SplittableRandom random = new SplittableRandom(2);
    List<Event> history = new ArrayList<>();
    for (int event = 0; event < events; event++) {
      String item = items.id(random.nextInt(ITEMS));
      history.add(new Event("u", item, Event.VIEW, 1, Instant.EPOCH));
    }
    user = new UserState("u", history, Map.of());
    situation =
        new Situation(Instant.EPOCH, Map.of(), "", EventWeights.EQUAL, id -> Optional.empty());
  }

  private static Model sasrec(IdMap items) {
    SasRecModel.Settings settings = new SasRecModel.Settings(WIDTH, LENGTH, 2, 1, WIDTH, true);
    SasRecNetwork network = SasRecNetwork.zeros(settings, ITEMS);
    fill(network.parameters());
    Manifest manifest = manifest("sasrec", SasRecModel.fields("sasrec", WIDTH));
    return new SasRecModel(manifest, settings, items, network);
  }

  private static Model gru(IdMap items) {
    GruNetwork network = GruNetwork.zeros(WIDTH, ITEMS);
    fill(network.parameters());
    GruModel.Settings settings = new GruModel.Settings(WIDTH, LENGTH);
    return new GruModel(manifest("gru", GruModel.fields("gru", WIDTH)), settings, items, network);
  }

  private static Manifest manifest(String kind, List<Manifest.FieldSpec> fields) {
    return new Manifest(
        Manifest.FORMAT, kind, kind, "1", Instant.EPOCH, Map.of(), Map.of(), Map.of(), fields);
  }

  private static void fill(List<Parameter> parameters) {
    SplittableRandom random = new SplittableRandom(1);
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.values().length; i++) {
        parameter.values()[i] = (float) (random.nextGaussian() * SPREAD);
      }
    }
  }

  @Benchmark
  public Encoding encode() throws IOException {
    return network.encode(user, situation);
  }
}
