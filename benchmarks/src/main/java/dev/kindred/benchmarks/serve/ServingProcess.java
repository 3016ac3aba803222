package dev.kindred.benchmarks.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.internal.math.Kernels;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole recommendations in a JVM of their own, started with and without the Vector API. */
final class ServingProcess {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 10;
  private static final int SIZE = 20;

  private ServingProcess() {}

  /**
   * What a process found.
   *
   * @param kernels the float kernels it ran
   * @param p50 milliseconds of a recommendation, as the median of all
   * @param p99 the same, as the 99 % quantile
   * @param cpu the median of CPU milliseconds
   * @param kilobytes allocated a recommendation, on average
   * @param pages the ids of each user's page
   * @param scores of those, in the same order
   */
  record Found(
      String kernels,
      double p50,
      double p99,
      double cpu,
      double kilobytes,
      List<List<String>> pages,
      List<List<Float>> scores) {}

  /** Prints what it found in the shop of the first argument, as JSON. */
  public static void main(String[] args) throws Exception {
    try (PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
      out.println(new ObjectMapper().writeValueAsString(find(new Shop(Path.of(args[0])))));
    }
  }

  private static Found find(Shop shop) throws Exception {
    List<String> users = shop.users();
    try (Recommender recommender = shop.open()) {
      Sample wall = new Sample();
      Sample cpu = new Sample();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (String user : users) {
          long start = Clock.WALL.now();
          double seconds = Clock.THREAD.seconds(() -> page(recommender, user));
          if (round >= 0) {
            wall.add((Clock.WALL.now() - start) / 1e6);
            cpu.add(seconds * 1e3);
          }
        }
      }
      long before = Clock.allocated();
      List<List<String>> pages = new ArrayList<>();
      List<List<Float>> scores = new ArrayList<>();
      for (String user : users) {
        List<Scored> items = page(recommender, user).items();
        pages.add(items.stream().map(Scored::itemId).toList());
        scores.add(items.stream().map(Scored::score).toList());
      }
      double kilobytes = (Clock.allocated() - before) / 1024.0 / users.size();
      return new Found(
          Kernels.get().name(),
          wall.median(),
          wall.quantile(0.99),
          cpu.median(),
          kilobytes,
          pages,
          scores);
    }
  }

  private static Recommendations page(Recommender recommender, String user) throws IOException {
    return recommender.recommend(Request.user(user).profile(Shop.PROFILE).size(SIZE));
  }
}
