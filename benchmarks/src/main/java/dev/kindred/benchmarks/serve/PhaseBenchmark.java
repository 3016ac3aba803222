package dev.kindred.benchmarks.serve;

import dev.kindred.Recommender;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The phases of an answer, user after user. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:+UseParallelGC"})
public class PhaseBenchmark {
  /** The system property that names the shop's folder. */
  static final String SHOP = "kindred.bench.shop";

  private Prepared prepared;
  private Recommender recommender;
  private List<String> users;
  private int next;

  @Setup
  public void open() throws IOException {
    Shop shop = new Shop(Path.of(System.getProperty(SHOP)));
    prepared = Prepared.of(shop);
    recommender = shop.open();
    users = shop.users();
  }

  @TearDown
  public void close() throws IOException {
    recommender.close();
    prepared.close();
  }

  private int user() {
    next = next + 1 == prepared.size() ? 0 : next + 1;
    return next;
  }

  /** Who may appear. */
  @Benchmark
  public int[] candidates() throws IOException {
    return prepared.plan(user()).candidates().collect(prepared.searcher());
  }

  /** Who may appear, and in which order. */
  @Benchmark
  public Object candidatesAndBlend() throws IOException {
    return prepared.plan(user()).run(prepared.searcher());
  }

  /** Our rescorer on the candidates. */
  @Benchmark
  public Object blend() throws IOException {
    int user = user();
    int[] docs = prepared.candidates(user);
    return prepared.plan(user).asRescorer().score(prepared.searcher(), docs, docs.length);
  }

  /** Lucene's rescorer on the candidates. */
  @Benchmark
  public Object luceneRescorer() throws IOException {
    int user = user();
    int all = prepared.candidates(user).length;
    return new LuceneRescorer(prepared.plan(user).blend())
        .rescore(prepared.searcher(), prepared.hits(user), all);
  }

  /** All of it, from the user's name to the page. */
  @Benchmark
  public Object recommend() throws IOException {
    return recommender.recommend(Request.user(users.get(user())).profile(Shop.PROFILE));
  }
}
