package dev.kindred.benchmarks.deep;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.Dataset;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * CPU seconds that an epoch takes us and PyTorch, on one thread each, by turns.
 *
 * @param users whose histories the epochs of SASRec are made of; the whole is extrapolated by rows
 * @param rounds that are counted
 * @param warming rounds before, which are not
 * @param seed of which users, and of both trainings
 * @param log is told what is going on
 */
record DeepBenchmark(int users, int rounds, int warming, long seed, Consumer<String> log) {
  private static final int WIDTH = 64;
  private static final int LAYERS = 2;
  private static final int BATCH = 128;
  private static final int STEPS = 20;
  private static final double DROPOUT = 0.2;
  private static final double RATE = 0.001;

  /** As GRU4Rec's authors train it: a sample of other items, by the root of their popularity. */
  private static final int NEGATIVES = 512;

  private static final double ALPHA = 0.5;

  /** Times as many for GRU4Rec, whose lanes stand empty at the end: the more users, the less. */
  private static final int GRU_USERS = 6;

  /** Ours takes at most this much of the peer's time. */
  private static final double BAR = 0.5;

  void run(Histories whole, Page page) {
    List<Contest> contests = new ArrayList<>();
    for (int length : new int[] {100, 200}) {
      contests.add(sasRec(whole, length, 2, "length " + length));
    }
    contests.add(sasRec(whole, 200, 201, "length 200, full histories alone"));
    contests.add(gru(whole, NEGATIVES));
    contests.add(gru(whole, 0));
    boolean first = true;
    for (Contest contest : contests) {
      log.accept(contest.label());
      try (Peer peer = contest.peer().get()) {
        if (first) {
          head(page, whole, peer.version());
          first = false;
        }
        line(page, contest, peer, train(contest, peer));
      }
    }
    foot(page, whole.items());
  }

  /** Parameters of both networks. */
  private Map<String, String> shared() {
    return new HashMap<>(
        Map.of(
            "factors", Integer.toString(WIDTH),
            "dropout", Double.toString(DROPOUT),
            "learning_rate", Double.toString(RATE),
            "batch", Integer.toString(BATCH),
            "averaging", "0",
            "validation", "0",
            "epochs", Integer.toString(warming + rounds)));
  }

  private Contest sasRec(Histories whole, int length, int least, String label) {
    Histories some = whole.some(users, least, seed);
    Map<String, String> parameters = shared();
    parameters.put("length", Integer.toString(length));
    parameters.put("whole", "false");
    parameters.put("layers", Integer.toString(LAYERS));
    parameters.put("loss", "softmax");
    TorchSasRec.Plan plan = new TorchSasRec.Plan(WIDTH, length, LAYERS, DROPOUT, RATE, BATCH);
    return new Contest(
        "sasrec, " + label,
        "sasrec",
        parameters,
        some,
        some.rows(length),
        whole.rows(length),
        () -> new TorchSasRec(some, plan, seed));
  }

  /**
   * @param negatives sampled for the rows of a shard; 0 for a softmax over all items
   */
  private Contest gru(Histories whole, int negatives) {
    Map<String, String> parameters = shared();
    parameters.put("steps", Integer.toString(STEPS));
    parameters.put("loss", negatives == 0 ? "softmax" : "sampled");
    if (negatives > 0) {
      parameters.put("negatives", Integer.toString(negatives));
      parameters.put("alpha", Double.toString(ALPHA));
    }
    TorchGru.Plan plan = new TorchGru.Plan(WIDTH, DROPOUT, RATE, BATCH, STEPS, negatives, ALPHA);
    Histories some = whole.some(GRU_USERS * users, 2, seed);
    return new Contest(
        "gru, " + (negatives == 0 ? "all items" : negatives + " sampled items"),
        "gru",
        parameters,
        some,
        some.rows(Integer.MAX_VALUE),
        whole.rows(Integer.MAX_VALUE),
        () -> new TorchGru(some, plan, seed));
  }

  private Turns train(Contest contest, Peer peer) {
    Turns turns = new Turns(peer, warming, Clock.PROCESS);
    Dataset data = new Dataset(contest.data().interactions(), List.of());
    Run run = new Run(contest.algorithm(), "benchmark", seed, 1, turns);
    Trainers.create(contest.algorithm(), contest.parameters()).train(data, run);
    return turns;
  }

  private void head(Page page, Histories whole, String version) {
    page.paragraph(
            "CPU seconds that an epoch on MovieLens 1M takes ("
                + number(whole.sequences().size(), 0)
                + " users, "
                + number(whole.items(), 0)
                + " items), of the whole process, ours and "
                + version
                + " through DJL: one thread each, by turns, the median of "
                + rounds
                + " rounds after "
                + warming
                + " to warm up. Width "
                + WIDTH
                + ", batches of "
                + BATCH
                + ", dropout "
                + DROPOUT
                + ", Adam, softmax over all items where not said otherwise, GRU4Rec in lanes of "
                + STEPS
                + " steps. The bar is half of PyTorch's.")
        .table(
            "network",
            "rows measured",
            "rows of an epoch",
            "ours, CPU s",
            "PyTorch, CPU s",
            "ours / PyTorch",
            "bar",
            "our loss",
            "PyTorch's loss");
  }

  private void line(Page page, Contest contest, Peer peer, Turns turns) {
    double perRow = turns.ours().median() / contest.rows();
    double theirs = turns.theirs().median() / peer.rows();
    double ratio = turns.ours().medianRatio(turns.theirs()) * peer.rows() / contest.rows();
    page.row(
        contest.label(),
        number(contest.rows(), 0),
        number(contest.whole(), 0),
        number(perRow * contest.whole(), 1),
        number(theirs * contest.whole(), 1),
        number(ratio, 2),
        Page.verdict(ratio <= BAR),
        number(turns.ourLoss(), 3),
        number(turns.theirLoss(), 3));
  }

  private void foot(Page page, int items) {
    page.paragraph(
        "An epoch is extrapolated by rows, the events that predict a next one, from a part of the"
            + " users; the catalogue is whole. The losses, of the last round, say that both learn:"
            + " they started at ln(items), about 8.1.");
    page.paragraph(
        "PyTorch's SASRec pads a batch's sequences to its longest, has one matrix product for"
            + " query, key and value, and scores true rows alone, not padding; ours lays sequences"
            + " one after another and has no padding. *Full histories alone* is a batch without any"
            + " padding: what is left is the arithmetic. PyTorch's GRU is its fused `gru` over a"
            + " stretch; it does not start states anew where a session begins, nor clip gradients,"
            + " which ours does, and its lanes are all full to the end, which ours are not. Where"
            + " items are sampled, PyTorch draws once for a stretch, ours for each of its eight"
            + " parts.");
    page.paragraph(
        "A softmax over all items takes 6 × items × width operations a row for scores and both"
            + " gradients, whoever does it: "
            + number(6.0 * items * WIDTH / 1e6, 2)
            + " million here. At the rate that [train.md](train.md) gives for fused multiply-adds on"
            + " registers that is the floor of a row.");
  }

  /** The sequences that row 6 of the scoreboard uses. */
  static Histories movieLens(Path data) {
    return Histories.read(data.resolve("ml-1m").resolve("ml-1m_sas.txt"));
  }
}
