package dev.kindred;

import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/** The top of one request's candidates in their final order, from which a page is cut. */
final class Ranking {
  private final Profile profile;
  private final ResolvedRequest resolved;
  private final TopDocs ranked;
  private final Answer answer;
  private List<Scored> rivals = List.of();

  /**
   * @param whole whether {@link #all} will be asked for
   */
  Ranking(Profile profile, ResolvedRequest resolved, IndexSearcher searcher, boolean whole)
      throws IOException {
    this.profile = profile;
    this.resolved = resolved;
    Plan plan = profile.plan(resolved);
    Request request = resolved.request();
    int wanted = Math.max(request.from() + request.size(), profile.pool(request));
    this.ranked = plan.run(searcher, whole ? Math.max(wanted, profile.window()) : wanted);
    this.answer = new Answer(plan, searcher, request.explained());
  }

  long candidates() {
    return ranked.totalHits.value();
  }

  List<Scored> page() throws IOException {
    int from = from();
    int to = to();
    int pool = Math.min(profile.pool(resolved.request()), ranked.scoreDocs.length);
    if (pool == 0 || from >= pool) {
      return answer.of(slice(from, to));
    }
    List<Scored> top = answer.of(slice(0, Math.max(pool, to)));
    List<Scored> arranged = new ArrayList<>(profile.arrange(top.subList(0, pool), resolved));
    arranged.addAll(top.subList(pool, top.size()));
    rivals = rivals(arranged, from, to);
    return arranged.subList(from, to);
  }

  /** Of the items among which chance chose, those that are not on the page. */
  private List<Scored> rivals(List<Scored> arranged, int from, int to) {
    int competing = Math.min(profile.exploring(resolved.request()), arranged.size());
    List<Scored> others = new ArrayList<>();
    if (arranged.subList(from, to).stream().anyMatch(item -> item.propensity() < 1)) {
      others.addAll(arranged.subList(0, Math.min(from, competing)));
      others.addAll(arranged.subList(Math.min(to, competing), competing));
    }
    return others;
  }

  /** Known once {@link #page} was asked for. */
  List<Scored> rivals() {
    return rivals;
  }

  /** The ids of {@link #page}; nothing else is looked up unless an arranger needs it. */
  List<String> ids() throws IOException {
    return profile.pool(resolved.request()) == 0
        ? answer.ids(slice(from(), to()))
        : page().stream().map(Scored::itemId).toList();
  }

  /** The ids of everything in the running, best first, not arranged. */
  List<String> all() throws IOException {
    return answer.ids(Arrays.asList(ranked.scoreDocs));
  }

  private int from() {
    return Math.min(resolved.request().from(), ranked.scoreDocs.length);
  }

  private int to() {
    return Math.min(from() + resolved.request().size(), ranked.scoreDocs.length);
  }

  private List<ScoreDoc> slice(int from, int to) {
    return Arrays.asList(ranked.scoreDocs).subList(from, to);
  }
}
