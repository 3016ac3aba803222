package dev.kindred;

import dev.kindred.index.ItemReader;
import dev.kindred.rank.Insight;
import dev.kindred.rank.Insight.Finding;
import dev.kindred.request.Recommendations.Scored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Turns the best documents of one request into items with signals, reasons and explanations. */
final class Answer {
  private final Plan plan;
  private final IndexSearcher searcher;
  private final ItemReader items;
  private final boolean explained;

  Answer(Plan plan, IndexSearcher searcher, boolean explained) throws IOException {
    this.plan = plan;
    this.searcher = searcher;
    this.items = new ItemReader(searcher.getIndexReader());
    this.explained = explained;
  }

  List<Scored> of(List<ScoreDoc> hits) throws IOException {
    List<Integer> docs = hits.stream().map(hit -> hit.doc).toList();
    Map<Integer, List<Finding>> findings =
        new Insight(plan.blend(), searcher).of(docs, Reasons::carries);
    Map<Integer, Explanation> explanations =
        explained ? plan.asRescorer().explain(searcher, docs) : Map.of();
    List<Scored> scored = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      List<Finding> found = findings.get(hit.doc);
      scored.add(
          new Scored(
              items.id(hit.doc),
              hit.score,
              items.fields(hit.doc),
              signals(found),
              1.0,
              Reasons.of(found),
              explanations.get(hit.doc)));
    }
    return scored;
  }

  /** The ids alone, which are read from the index in the order of documents. */
  List<String> ids(List<ScoreDoc> hits) throws IOException {
    int[] ascending = hits.stream().mapToInt(hit -> hit.doc).sorted().toArray();
    Map<Integer, String> ids = new HashMap<>();
    for (int doc : ascending) {
      ids.put(doc, items.id(doc));
    }
    return hits.stream().map(hit -> ids.get(hit.doc)).toList();
  }

  private static Map<String, Double> signals(List<Finding> findings) {
    Map<String, Double> signals = new TreeMap<>();
    findings.forEach(finding -> signals.put(finding.name(), finding.raw()));
    return signals;
  }

  Explanation explain(int doc) throws IOException {
    return plan.asRescorer().explain(searcher, Explanation.noMatch("not scored before"), doc);
  }
}
