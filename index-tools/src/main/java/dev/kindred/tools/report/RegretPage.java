package dev.kindred.tools.report;

import dev.kindred.tools.chart.LineChart;
import dev.kindred.tools.chart.Series;
import dev.kindred.tools.simulate.bandit.BernoulliGame;
import dev.kindred.tools.simulate.bandit.Regret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What policies lose while they learn, in a simulation whose truth is known, as one HTML file: the
 * regret at the end with its interval, and its curves. Immutable.
 *
 * @param game what was played
 * @param runs how often
 * @param regrets by policy, in the order of the table; at least one
 * @param command how the simulation was asked for, to repeat it
 * @param when it was played
 */
public record RegretPage(
    BernoulliGame game, int runs, Map<String, Regret> regrets, String command, Instant when) {
  private static final int CURVES = 8;
  private static final List<String> NOTES =
      List.of(
          "Regret is what was lost against always showing the best arm, in expectation given the"
              + " arms that were shown.",
          "The exponent is that of the regret's growth in the last half of the steps: 1 for who"
              + " never stops losing, near 0 for a logarithm.");

  public RegretPage {
    regrets = new LinkedHashMap<>(regrets);
  }

  /** The file's text. */
  public String html() {
    int[] steps = regrets.values().iterator().next().steps();
    StringBuilder page = new StringBuilder(Sheet.origin(command, when));
    page.append(
        Html.text(
            "p",
            ResultTable.number("Arms that pay with chances %s; ", game.means())
                + ResultTable.number("%,d steps, ", steps[steps.length - 1])
                + ResultTable.number("%,d runs.", runs)));
    page.append(Html.text("h2", "Regret at the end"));
    page.append(Html.text("p", "The mean over runs with its 95 % interval."));
    page.append(Sheet.wide("Regret at the end", table()));
    page.append(Html.text("h2", "Regret over time"));
    List<String> names = List.copyOf(regrets.keySet());
    for (int from = 0; from < names.size(); from += CURVES) {
      page.append(chart(names.subList(from, Math.min(names.size(), from + CURVES))));
    }
    return Sheet.html("Regret of bandits", page.append(Sheet.notes(NOTES)).toString());
  }

  private String table() {
    List<List<String>> rows = new ArrayList<>();
    regrets.forEach(
        (name, regret) ->
            rows.add(
                List.of(
                    name,
                    ResultTable.interval(
                        regret.last(), ResultTable.TWO_SIDED * regret.lastError(), "%,.2f"),
                    ResultTable.number("%.2f", regret.exponent()))));
    return Sheet.table(List.of("Policy", "Regret", "Exponent"), rows);
  }

  private String chart(List<String> names) {
    List<Series> curves = new ArrayList<>();
    for (String name : names) {
      Regret regret = regrets.get(name);
      double[] reach =
          Arrays.stream(regret.errors()).map(se -> ResultTable.TWO_SIDED * se).toArray();
      double[] steps = Arrays.stream(regret.steps()).asDoubleStream().toArray();
      curves.add(new Series(name, steps, regret.means(), reach));
    }
    return new LineChart("Regret", "steps", "regret with its 95 % interval", curves).svg();
  }
}
