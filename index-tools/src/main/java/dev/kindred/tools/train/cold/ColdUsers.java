package dev.kindred.tools.train.cold;

import dev.kindred.data.Dataset;
import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.cold.ColdUsersModel;
import dev.kindred.tools.train.Dependent;
import dev.kindred.tools.train.Learners;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns to predict a user's vector in the space of every dense model from declared facts, such as
 * {@code gender=F}: ridge regression of the vectors of users with a history on one number a fact
 * (Gantner et al. 2010, "Learning attribute-to-feature mappings for cold-start recommendations",
 * section IV, for users).
 *
 * @param regularization λ of the ridge, relative to the mean square of a fact's number; 0 chooses
 *     among seven on a fifth of the users
 * @param confidence so many events make a user weigh half of what one can in the regression
 * @param fewest a fact that fewer users share is left out
 * @param users at most so many are learned from, evenly spread
 */
public record ColdUsers(double regularization, double confidence, int fewest, int users)
    implements Dependent<ColdUsersModel> {
  public static final ColdUsers DEFAULT = new ColdUsers(0, 10, 5, 20_000);

  public ColdUsers {
    Require.atLeast("regularization", regularization, 0);
    Require.atLeast("confidence", confidence, 0);
    Require.atLeast("fewest", fewest, 1);
    Require.atLeast("users", users, 1);
  }

  @Override
  public ColdUsersModel train(Dataset data, Collection<? extends Model> others, Run run) {
    IdMap facts = facts(data);
    Map<String, float[]> maps = new TreeMap<>();
    Map<String, Double> metrics = new TreeMap<>();
    for (Model other : others) {
      List<Manifest.FieldSpec> fields = other.manifest().fields();
      if (fields.size() == 1 && fields.getFirst().type().equals("vector") && facts.size() > 0) {
        Samples samples = samples(data, facts, other);
        if (samples.size() > 0) {
          String field = fields.getFirst().name();
          Ridge ridge = new Ridge(samples, regularization, 0);
          maps.put(field, ridge.map());
          metrics.putAll(ridge.metrics(field));
        }
      }
    }
    Manifest manifest =
        Provenance.manifest("coldusers", this, run, data.interactions(), metrics, List.of());
    return new ColdUsersModel(manifest, facts, maps);
  }

  private IdMap facts(Dataset data) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    data.users()
        .values()
        .forEach(
            attributes ->
                attributes.forEach(
                    (name, value) -> counts.merge(name + "=" + value, 1, Integer::sum)));
    counts.values().removeIf(count -> count < fewest);
    return IdMap.of(counts.keySet());
  }

  private Samples samples(Dataset data, IdMap facts, Model other) {
    Interactions events = data.interactions();
    Learners learners = new Learners(events);
    List<float[]> known = new ArrayList<>();
    List<float[]> wanted = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    int step = Math.ceilDiv(Math.max(1, events.users().size()), users);
    for (int user = 0; user < events.users().size(); user += step) {
      Map<String, String> declared = data.attributes(events.users().id(user));
      float[] numbers = ColdUsersModel.numbers(facts, declared, Map.of());
      if (numbers != null && learners.encode(other, user) instanceof Encoding.Dense dense) {
        double count = events.to(user) - events.from(user);
        known.add(numbers);
        wanted.add(dense.vector());
        weights.add(count / (count + confidence));
      }
    }
    return new Samples(
        known.toArray(float[][]::new),
        wanted.toArray(float[][]::new),
        weights.stream().mapToDouble(w -> w).toArray());
  }
}
