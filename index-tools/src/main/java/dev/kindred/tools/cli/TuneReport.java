package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.rank.Normalizers;
import dev.kindred.rank.Part;
import dev.kindred.tools.chart.LineChart;
import dev.kindred.tools.chart.Series;
import dev.kindred.tools.evaluate.Comparison;
import dev.kindred.tools.rehearse.Retuned;
import dev.kindred.tools.report.Sheet;
import dev.kindred.tools.tune.weights.Step;
import dev.kindred.tools.tune.weights.Tuning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a search for weights found, for people, machines and browsers.
 *
 * @param metric that was improved
 * @param tuned by profile
 * @param dryRun whether nothing was to be written
 * @param generation that was written, if any
 */
record TuneReport(
    String metric, Map<String, Retuned> tuned, boolean dryRun, Optional<String> generation) {
  private static final int CURVES = 8;

  String text() {
    StringBuilder text = new StringBuilder();
    tuned.forEach((name, retuned) -> text.append(profile(name, retuned)));
    return text.append(outcome()).append('\n').toString();
  }

  private String profile(String name, Retuned retuned) {
    Tuning tuning = retuned.tuning();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d signals, %,d requests, %,d candidates, %.1f %% of what was chosen among them\n",
            name,
            tuning.signals().size(),
            tuning.folds().size(),
            retuned.candidates(),
            100 * retuned.reach()));
    int width = tuning.signals().stream().mapToInt(part -> part.name().length()).max().orElse(0);
    for (int i = 0; i < tuning.signals().size(); i++) {
      Part before = tuning.before().signals().get(i);
      Part after = tuning.signals().get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "  %-" + width + "s  %8.4g -> %-8.4g %s, %.2f of isotonic\n",
              after.name(),
              before.weight(),
              after.weight(),
              after.normalizer().formula(),
              tuning.explained().get(i)));
    }
    text.append(String.format(Locale.ROOT, "  %s\n  %s\n", values(retuned), gain(retuned)));
    StringBuilder seconds = new StringBuilder();
    retuned
        .seconds()
        .forEach(
            (what, took) -> seconds.append(String.format(Locale.ROOT, "  %s %.1f s", what, took)));
    return text.append(seconds)
        .append(String.format(Locale.ROOT, "  by %s\n", tuning.method()))
        .toString();
  }

  private String values(Retuned retuned) {
    return String.format(
        Locale.ROOT,
        "%s %.4f before, %.4f after, on requests the weights were not learned from",
        metric,
        retuned.before().metrics().get(metric).value(),
        retuned.after().metrics().get(metric).value());
  }

  private static String gain(Retuned retuned) {
    Comparison gain = retuned.gain();
    return String.format(
        Locale.ROOT,
        "gain %+.4f, 95 %% interval %+.4f to %+.4f, p %s %.4f: %s",
        gain.difference(),
        gain.low(),
        gain.high(),
        gain.p() < 0.001 ? "<" : "=",
        Math.max(gain.p(), 0.001),
        retuned.significant() ? "beyond chance" : "not beyond chance, the profile stays");
  }

  private String outcome() {
    if (generation.isPresent()) {
      return "written as generation " + generation.get() + "; rollback goes back";
    }
    return dryRun ? "nothing written: a dry run" : "nothing written";
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("metric", metric).put("written", generation.isPresent());
    generation.ifPresent(name -> json.put("generation", name));
    ObjectNode profiles = json.putObject("profiles");
    tuned.forEach((name, retuned) -> profiles.set(name, json(retuned)));
    return json;
  }

  private ObjectNode json(Retuned retuned) {
    ObjectNode json = Json.object();
    Tuning tuning = retuned.tuning();
    json.put("requests", tuning.folds().size())
        .put("candidates", retuned.candidates())
        .put("reach", retuned.reach())
        .put("method", tuning.method());
    json.put("before", retuned.before().metrics().get(metric).value())
        .put("after", retuned.after().metrics().get(metric).value());
    json.set("gain", Json.tree(retuned.gain()));
    json.put("significant", retuned.significant());
    ObjectNode signals = json.putObject("signals");
    for (int i = 0; i < tuning.signals().size(); i++) {
      Part after = tuning.signals().get(i);
      ObjectNode signal = signals.putObject(after.name());
      signal.put("before", tuning.before().signals().get(i).weight()).put("after", after.weight());
      signal.put("explained", tuning.explained().get(i));
      signal.set("normalizer", Normalizers.JSON.write(after.normalizer()));
    }
    json.set("seconds", Json.tree(retuned.seconds()));
    return json;
  }

  /** A page that needs nothing but itself. */
  String html() {
    StringBuilder body = new StringBuilder();
    tuned.forEach(
        (name, retuned) -> {
          body.append("<h2>").append(escaped(name)).append("</h2>\n<pre class=\"wide\">");
          body.append(escaped(profile(name, retuned))).append("</pre>\n");
          charts(name, retuned).forEach(chart -> body.append(chart.svg()).append('\n'));
        });
    body.append("<p>").append(escaped(outcome())).append("</p>\n");
    return Sheet.html("Learned weights", body.toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private List<LineChart> charts(String name, Retuned retuned) {
    Tuning tuning = retuned.tuning();
    List<LineChart> charts = new ArrayList<>();
    charts.add(gains(name, retuned));
    if (!tuning.ascent().isEmpty()) {
      charts.add(chart(name + ": ascent", metric, List.of(values(metric, tuning.ascent(), 1))));
      charts.add(weights(name + ": weights on the ascent", tuning, tuning.ascent()));
    }
    charts.add(
        chart(name + ": listwise loss", "loss", List.of(values("loss", tuning.listwise(), -1))));
    charts.add(weights(name + ": weights under the listwise loss", tuning, tuning.listwise()));
    return charts;
  }

  /** Before and after, each with twice its standard error around it. */
  private LineChart gains(String name, Retuned retuned) {
    double[] at = {0, 1};
    List<Series> series = new ArrayList<>();
    for (var result : List.of(retuned.before(), retuned.after())) {
      var estimate = result.metrics().get(metric);
      double value = estimate.value();
      double error = Double.isNaN(estimate.se()) ? 0 : 2 * estimate.se();
      series.add(
          new Series(result.model(), at, new double[] {value, value}, new double[] {error, error}));
    }
    return new LineChart(name + ": before and after", "±2 standard errors", metric, series);
  }

  private static Series values(String name, List<Step> path, double sign) {
    double[] x = IntStream.range(0, path.size()).mapToDouble(i -> i).toArray();
    double[] y = path.stream().mapToDouble(step -> sign * step.value()).toArray();
    return new Series(name, x, y, null);
  }

  /** Of the signals that end with the largest weights. */
  private static LineChart weights(String title, Tuning tuning, List<Step> path) {
    List<Double> last = path.getLast().weights();
    List<Series> series =
        IntStream.range(0, last.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(last.get(i))))
            .limit(CURVES)
            .map(
                i ->
                    new Series(
                        tuning.signals().get(i).name(),
                        IntStream.range(0, path.size()).mapToDouble(s -> s).toArray(),
                        path.stream().mapToDouble(step -> step.weights().get(i)).toArray(),
                        null))
            .toList();
    return chart(title, "weight", series);
  }

  private static LineChart chart(String title, String up, List<Series> series) {
    return new LineChart(title, "step", up, series);
  }
}
