package dev.kindred.tools.evaluate;

import dev.kindred.Recommender;
import dev.kindred.request.Filter;
import dev.kindred.request.Request;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Asks a recommender as an application would, so that the numbers are about what users get. Each
 * query is a visitor who brings the history along: what the recommender has stored of the user is
 * not looked at, since it may hold the answer. Thread-safe.
 */
public final class ServingAnswerer implements Answerer {
  private final Recommender recommender;
  private final String profile;
  private final Seen seen;

  /**
   * @param recommender built from the task's training data; not closed here
   * @param profile the ranking to measure; its window must reach to the deepest cut-off
   */
  public ServingAnswerer(Recommender recommender, String profile, Task task) {
    this.recommender = recommender;
    this.profile = profile;
    this.seen = task.seen();
  }

  @Override
  public List<String> rank(Query query, int k) throws IOException {
    return recommender.rank(request(query, seen).profile(profile).size(k));
  }

  /** The request of a visitor who brings the history along. */
  public static Request request(Query query, Seen seen) {
    Request request = Request.history(query.history()).now(query.now()).from(0);
    if (!query.candidates().isEmpty()) {
      Filter candidates = new Filter(List.of(), Set.copyOf(query.candidates()));
      return request.filter(candidates).withSeen();
    }
    return seen == Seen.KEPT ? request.withSeen() : request;
  }
}
