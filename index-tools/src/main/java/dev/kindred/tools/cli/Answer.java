package dev.kindred.tools.cli;

import dev.kindred.Recommender;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import java.io.IOException;

/**
 * A page and how long it took.
 *
 * @param page what was answered
 * @param millis between asking and answering, opening the index not counted
 * @param requestId names this answer in logs
 */
public record Answer(Recommendations page, double millis, String requestId) {

  /** Asks and times. */
  public static Answer of(Recommender recommender, Request request, String requestId)
      throws IOException {
    long start = System.nanoTime();
    Recommendations page = recommender.recommend(request);
    return new Answer(page, (System.nanoTime() - start) / 1e6, requestId);
  }
}
