package dev.kindred.opensearch.rest;

import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Reason;
import dev.kindred.request.Recommendations.Scored;
import java.io.IOException;
import org.apache.lucene.search.Explanation;
import org.opensearch.core.xcontent.XContentBuilder;

/** Answers as the command line prints them. */
final class AnswerJson {
  private AnswerJson() {}

  static void write(XContentBuilder json, Recommendations page) throws IOException {
    json.startArray("items");
    for (Scored item : page.items()) {
      json.startObject();
      json.field("id", item.itemId()).field("score", item.score());
      json.field("fields", item.fields()).field("signals", item.signals());
      json.field("propensity", item.propensity()).startArray("reasons");
      for (Reason reason : item.reasons()) {
        json.startObject().field("signal", reason.signal());
        json.field("because", reason.because()).field("share", reason.share()).endObject();
      }
      json.endArray();
      if (item.explanation() != null) {
        json.field("explanation");
        write(json, item.explanation());
      }
      json.endObject();
    }
    json.endArray();
    json.field("total", page.totalCandidates()).field("models", page.modelVersions());
  }

  static void write(XContentBuilder json, Explanation explanation) throws IOException {
    json.startObject();
    json.field("value", explanation.getValue());
    json.field("description", explanation.getDescription());
    json.startArray("details");
    for (Explanation detail : explanation.getDetails()) {
      write(json, detail);
    }
    json.endArray().endObject();
  }
}
