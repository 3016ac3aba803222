package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.request.Recommendations.Reason;
import dev.kindred.request.Recommendations.Scored;
import java.util.TreeMap;
import org.apache.lucene.search.Explanation;

/** The JSON of an answer, the same from the command line and from a server. */
public final class AnswerJson {
  private AnswerJson() {}

  /** {@code {"items":[…],"total":…,"took_ms":…,"models":{…},"request_id":…}}. */
  public static ObjectNode of(Answer answer) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    answer.page().items().forEach(item -> items.add(of(item)));
    json.put("total", answer.page().totalCandidates());
    json.put("took_ms", Math.round(answer.millis() * 10) / 10.0);
    ObjectNode models = json.putObject("models");
    new TreeMap<>(answer.page().modelVersions()).forEach(models::put);
    json.put("request_id", answer.requestId());
    return json;
  }

  private static ObjectNode of(Scored item) {
    ObjectNode json = Json.object();
    json.put("id", item.itemId());
    json.put("score", item.score());
    if (item.rating() != null) {
      json.put("rating", Math.round(item.rating() * 100) / 100.0);
    }
    json.set("fields", Json.tree(item.fields()));
    ObjectNode signals = json.putObject("signals");
    new TreeMap<>(item.signals()).forEach(signals::put);
    json.put("propensity", item.propensity());
    if (item.propensityError() > 0) {
      json.put("propensity_error", item.propensityError());
    }
    ArrayNode reasons = json.putArray("reasons");
    item.reasons().forEach(reason -> reasons.add(of(reason)));
    if (item.explanation() != null) {
      json.set("explanation", of(item.explanation()));
    }
    return json;
  }

  private static ObjectNode of(Reason reason) {
    ObjectNode json = Json.object();
    json.put("signal", reason.signal());
    ArrayNode because = json.putArray("because");
    reason.because().forEach(because::add);
    json.put("share", reason.share());
    return json;
  }

  /** The tree {@code {"value":…,"description":…,"details":[…]}}. */
  public static ObjectNode of(Explanation explanation) {
    ObjectNode json = Json.object();
    json.set("value", Json.tree(explanation.getValue()));
    json.put("description", explanation.getDescription());
    ArrayNode details = json.putArray("details");
    for (Explanation detail : explanation.getDetails()) {
      details.add(of(detail));
    }
    return json;
  }
}
