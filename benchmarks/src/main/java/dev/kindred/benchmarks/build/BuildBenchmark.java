package dev.kindred.benchmarks.build;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.data.Item;
import dev.kindred.model.Model;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures both writers in rounds of their own items.
 *
 * @param items in all rounds together
 * @param rounds each makes two new indexes
 * @param seed of the items
 * @param log is told what is going on
 */
record BuildBenchmark(int items, int rounds, long seed, Consumer<String> log) {
  private static final double BAR = 0.8;
  private static final int WARM_UP = 5000;

  /** One kind of document. */
  private record Case(String name, List<Model> models) {}

  /** What all rounds took of both writers. */
  private static final class Totals {
    private final Sample ours = new Sample();
    private final Sample bare = new Sample();
    private final Sample oursWall = new Sample();
    private final Sample bareWall = new Sample();

    void add(Round round) {
      ours.add(round.ours().cpu());
      bare.add(round.bare().cpu());
      oursWall.add(round.ours().wall());
      bareWall.add(round.bare().wall());
    }

    double ratio() {
      return bare.medianRatio(ours);
    }
  }

  void run(Page page) throws Exception {
    Catalogue catalogue = new Catalogue(seed, items);
    Model related = catalogue.related();
    List<Case> cases =
        List.of(
            new Case("all fields", List.of(catalogue.als(), related)),
            new Case("without the vector", List.of(related)),
            new Case("without models", List.of()));
    List<Totals> totals = new ArrayList<>();
    for (Case one : cases) {
      totals.add(measure(one, catalogue));
    }
    write(page, cases, totals);
  }

  private Totals measure(Case one, Catalogue catalogue) throws Exception {
    log.accept(one.name + ": warming up");
    Iterator<Item> source = catalogue.items().iterator();
    new Round(catalogue.schema(), one.models, next(source, Math.min(WARM_UP, items))).run(false);
    source = catalogue.items().iterator();
    Totals totals = new Totals();
    for (int r = 0; r < rounds; r++) {
      log.accept(one.name + ": round " + (r + 1) + " of " + rounds);
      List<Item> some = next(source, items / rounds);
      totals.add(new Round(catalogue.schema(), one.models, some).run(r % 2 == 0));
    }
    return totals;
  }

  private static List<Item> next(Iterator<Item> source, int count) {
    List<Item> some = new ArrayList<>(count);
    while (some.size() < count && source.hasNext()) {
      some.add(source.next());
    }
    return some;
  }

  private void write(Page page, List<Case> cases, List<Totals> totals) {
    int perRound = items / rounds;
    double each = perRound;
    page.heading("Items to an index")
        .paragraph(
            String.format(
                Locale.ROOT,
                "%,d simulated books in %d rounds of %,.0f; in each round both writers make a new"
                    + " index of the same books on disk, by turns. Fields: two of text, four of"
                    + " keywords, two numbers, a date, 50 related items, a vector of 64 dimensions."
                    + " The bare writer is given finished documents; the two indexes are checked to"
                    + " hold the same. CPU time of the process, compiler and collector included;"
                    + " medians. The ratio is the median over rounds.",
                items,
                rounds,
                each))
        .table(
            "documents",
            "ours, docs / CPU s",
            "bare, docs / CPU s",
            "ratio",
            "ours, docs / s",
            "bare, docs / s");
    for (int i = 0; i < cases.size(); i++) {
      Totals total = totals.get(i);
      page.row(
          cases.get(i).name,
          number(each / total.ours.median(), 0),
          number(each / total.bare.median(), 0),
          number(total.ratio(), 2),
          number(each / total.oursWall.median(), 0),
          number(each / total.bareWall.median(), 0));
    }
    double ratio = totals.getFirst().ratio();
    page.heading("Bar")
        .table("bar", "measured", "")
        .row(
            "all fields: ≥ 80 % of the bare writer's speed",
            number(100 * ratio, 0) + " %", Page.verdict(ratio >= BAR));
  }
}
