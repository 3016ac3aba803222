package dev.kindred.request;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Explanation;

/**
 * A ranked page. Immutable.
 *
 * @param items best first
 * @param totalCandidates how many items were scored for this request
 * @param modelVersions {@code name@version} by model name
 * @param rivals where chance had a hand in the page: the items that competed for it and are not on
 *     it; empty otherwise
 */
public record Recommendations(
    List<Scored> items,
    long totalCandidates,
    Map<String, String> modelVersions,
    List<Scored> rivals) {
  public Recommendations {
    items = List.copyOf(items);
    modelVersions = Map.copyOf(modelVersions);
    rivals = List.copyOf(rivals);
  }

  /** A page that is not by chance. */
  public Recommendations(
      List<Scored> items, long totalCandidates, Map<String, String> modelVersions) {
    this(items, totalCandidates, modelVersions, List.of());
  }

  /**
   * One recommended item.
   *
   * @param itemId the item
   * @param score the blend's score, finite and not negative
   * @param fields the item's stored fields, for display
   * @param signals each signal's raw value by name; a signal without a value is absent
   * @param propensity the chance that this item was shown here; 1 unless an arranger explored
   * @param propensityError the standard error of that chance; 0 where it is exact
   * @param reasons the responsible signals, largest share first
   * @param explanation the tree whose root is the score; null unless asked for
   * @param rating the stars the user is expected to give; null when no model of the ranking
   *     predicts ratings
   */
  public record Scored(
      String itemId,
      float score,
      Map<String, Object> fields,
      Map<String, Double> signals,
      double propensity,
      double propensityError,
      List<Reason> reasons,
      Explanation explanation,
      Double rating) {

    /** An item whose rating nobody predicted and whose chance is exact. */
    public Scored(
        String itemId,
        float score,
        Map<String, Object> fields,
        Map<String, Double> signals,
        double propensity,
        List<Reason> reasons,
        Explanation explanation) {
      this(itemId, score, fields, signals, propensity, 0, reasons, explanation, null);
    }

    /** This item with the stars the user is expected to give. */
    public Scored rated(double stars) {
      return new Scored(
          itemId, score, fields, signals, propensity, propensityError, reasons, explanation, stars);
    }

    /** This item, shown by chance. */
    public Scored shownBy(double chance, double error) {
      return new Scored(
          itemId, score, fields, signals, chance, error, reasons, explanation, rating);
    }
  }

  /**
   * Why an item is here.
   *
   * @param signal the signal that spoke for it
   * @param because what in the user's history or query was responsible; may be empty
   * @param share of the score, 0..1
   */
  public record Reason(String signal, List<String> because, double share) {}
}
