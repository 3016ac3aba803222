package dev.kindred.tools.rehearse;

import dev.kindred.tools.evaluate.Comparison;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.tune.weights.Tuning;
import java.util.Map;

/**
 * What learning a profile's weights brought. All figures are of answers through the serving path,
 * to requests that the weights which answered them were not learned from. Immutable.
 *
 * @param tuning what was learned
 * @param before the profile as it was
 * @param after with learned weights
 * @param gain of after over before, user by user
 * @param candidates of all requests
 * @param reach the share of what users chose that is among the candidates
 * @param seconds by what they were spent on
 */
public record Retuned(
    Tuning tuning,
    Result before,
    Result after,
    Comparison gain,
    long candidates,
    double reach,
    Map<String, Double> seconds) {

  /** Whether the whole 95 % interval of the gain is above zero. */
  public boolean significant() {
    return gain.low() > 0;
  }
}
