package dev.kindred;

import dev.kindred.arrange.Arranger;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** One request's candidates in their final order, from which a page is cut. */
final class Ranking {
  private final Profile profile;
  private final ResolvedRequest resolved;
  private final ScoreDoc[] ranked;
  private final Answer answer;

  Ranking(Profile profile, ResolvedRequest resolved, IndexSearcher searcher) throws IOException {
    this.profile = profile;
    this.resolved = resolved;
    Plan plan = profile.plan(resolved);
    this.ranked = plan.run(searcher);
    this.answer = new Answer(profile, plan, searcher, resolved.request().explained());
  }

  int candidates() {
    return ranked.length;
  }

  List<Scored> page() throws IOException {
    Request request = resolved.request();
    int from = Math.min(request.from(), ranked.length);
    int to = Math.min(from + request.size(), ranked.length);
    int pool = pool(request);
    if (pool == 0 || from >= pool) {
      return answer.of(slice(from, to));
    }
    List<Scored> top = answer.of(slice(0, Math.max(pool, to)));
    List<Scored> arranged = new ArrayList<>(arrange(top.subList(0, pool), request));
    arranged.addAll(top.subList(pool, top.size()));
    return arranged.subList(from, to);
  }

  private List<ScoreDoc> slice(int from, int to) {
    return Arrays.asList(ranked).subList(from, to);
  }

  private int pool(Request request) {
    int wanted = profile.arrangers().stream().mapToInt(a -> a.pool(request)).max().orElse(0);
    return Math.min(wanted, ranked.length);
  }

  private List<Scored> arrange(List<Scored> pool, Request request) {
    List<Scored> arranged = pool;
    for (Arranger arranger : profile.arrangers()) {
      int share = Math.min(arranger.pool(request), arranged.size());
      if (share > 0) {
        List<Scored> changed = new ArrayList<>();
        changed.addAll(arranger.arrange(arranged.subList(0, share), resolved));
        changed.addAll(arranged.subList(share, arranged.size()));
        arranged = changed;
      }
    }
    return arranged;
  }
}
