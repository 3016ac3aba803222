package dev.kindred.opensearch.recommend;

import dev.kindred.Reasons;
import dev.kindred.opensearch.query.PlanQuery;
import dev.kindred.rank.Insight;
import dev.kindred.rank.Insight.Finding;
import dev.kindred.request.Recommendations.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.opensearch.common.document.DocumentField;
import org.opensearch.search.fetch.FetchContext;
import org.opensearch.search.fetch.FetchSubPhase;
import org.opensearch.search.fetch.FetchSubPhaseProcessor;

/** Adds signals and reasons to the hits of a search that asks for them. Thread-safe. */
public final class SignalsPhase implements FetchSubPhase {
  /** The hit's field. */
  public static final String FIELD = "_kindred";

  @Override
  public FetchSubPhaseProcessor getProcessor(FetchContext context) throws IOException {
    PlanQuery plan = context.getSearchExt(SignalsExt.NAME) == null ? null : plan(context);
    return plan == null
        ? null
        : new Processor(new Insight(plan.plan().blend(), context.searcher()));
  }

  private static PlanQuery plan(FetchContext context) {
    PlanQuery[] found = new PlanQuery[1];
    context
        .parsedQuery()
        .query()
        .visit(
            new QueryVisitor() {
              @Override
              public void visitLeaf(Query query) {
                if (query instanceof PlanQuery plan) {
                  found[0] = plan;
                }
              }
            });
    return found[0];
  }

  private record Processor(Insight insight) implements FetchSubPhaseProcessor {
    @Override
    public void setNextReader(LeafReaderContext leaf) {
      // Each hit says which segment it is of.
    }

    @Override
    public void process(HitContext context) throws IOException {
      int doc = context.readerContext().docBase + context.docId();
      List<Finding> findings = insight.of(List.of(doc), Reasons::carries).get(doc);
      Map<String, Object> signals = new TreeMap<>();
      findings.forEach(finding -> signals.put(finding.name(), finding.raw()));
      List<Map<String, Object>> because = new ArrayList<>();
      for (Reason reason : Reasons.of(findings)) {
        because.add(
            Map.of(
                "signal", reason.signal(),
                "because", reason.because(),
                "share", reason.share()));
      }
      context
          .hit()
          .setDocumentField(
              FIELD,
              new DocumentField(FIELD, List.of(Map.of("signals", signals, "reasons", because))));
    }
  }
}
