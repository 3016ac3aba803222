package dev.kindred.index;

import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.model.Fields;
import dev.kindred.model.demand.DemandModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;

/**
 * What events add to the demand for their items: forward-decayed sums in log space (Cormode et al.
 * 2009), to which any number of later or earlier events can be added in any order. Not thread-safe.
 */
final class DemandSums {
  private final List<DemandModel> models;
  private final EventWeights weights;
  private final double[] rates;
  private final Map<String, double[]> byItem = new HashMap<>();

  DemandSums(List<DemandModel> models, EventWeights weights) {
    this.models = models;
    this.weights = weights;
    this.rates = models.stream().mapToDouble(DemandModel::rate).toArray();
  }

  /** Dislikes are no demand. */
  void add(Event event) {
    double strength = weights.strength(event);
    if (strength > 0) {
      double[] sums = byItem.computeIfAbsent(event.itemId(), any -> nothing());
      for (int i = 0; i < rates.length; i++) {
        double term = DemandModel.term(strength, rates[i], event.time().toEpochMilli());
        sums[i] = DemandModel.logSum(sums[i], term);
      }
    }
  }

  private double[] nothing() {
    double[] sums = new double[rates.length];
    Arrays.fill(sums, Double.NEGATIVE_INFINITY);
    return sums;
  }

  /** Adds the sums to those of the reader's items, as new values of their fields by item. */
  void fields(IndexReader reader, Map<String, List<Field>> fields) throws IOException {
    for (Map.Entry<String, double[]> one : byItem.entrySet()) {
      int doc = Lookup.doc(reader, Schema.ID, one.getKey());
      if (doc >= 0) {
        List<Field> updates = fields.computeIfAbsent(one.getKey(), any -> new ArrayList<>());
        for (int i = 0; i < rates.length; i++) {
          String field = Fields.of(models.get(i).manifest().name());
          Long stored = Lookup.number(reader, doc, field);
          double before =
              stored == null ? Double.NEGATIVE_INFINITY : Double.longBitsToDouble(stored);
          double after = DemandModel.logSum(before, one.getValue()[i]);
          updates.add(new NumericDocValuesField(field, Double.doubleToRawLongBits(after)));
        }
      }
    }
  }
}
