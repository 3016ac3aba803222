package dev.kindred.arrange;

import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Gives the less popular a place on the page (Abdollahpouri, Burke and Mobasher, FLAIRS 2019,
 * smooth xQuAD over two classes of items): picks, one after the other, the item with the largest
 * {@code (1 − s)·score + s·½·(share of the page so far that is not of its class)}, where scores are
 * relative to the best one. Popular is an item whose demand signal is at or above {@code head}; one
 * without a value is not.
 *
 * @param signal a signal of the profile that says how popular items are
 * @param head raw value from which an item counts as popular
 * @param strength s, in 0..1; 0 leaves the ranking alone
 * @param pool how many of the best items to choose from, at least 2; 100 when absent
 */
record LongTail(String signal, double head, double strength, int pool) implements Arranger {
  public LongTail {
    Objects.requireNonNull(signal, "signal");
    Rearranging.requireShare(strength);
    if (!Double.isFinite(head)) {
      throw new IllegalArgumentException("head must be finite, was " + head);
    }
    pool = Rearranging.pool(pool);
  }

  @Override
  public int pool(Request request) {
    return strength > 0 ? pool : 0;
  }

  private boolean popular(Scored item) {
    return item.signals().getOrDefault(signal, Double.NEGATIVE_INFINITY) >= head;
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    if (ranked.size() < 2 || ranked.getFirst().score() <= 0) {
      return ranked;
    }
    double top = ranked.getFirst().score();
    List<Scored> heads = new ArrayList<>(ranked.stream().filter(this::popular).toList());
    List<Scored> tails = new ArrayList<>(ranked.stream().filter(item -> !popular(item)).toList());
    List<Scored> arranged = new ArrayList<>(ranked.size());
    int shownHeads = 0;
    while (!heads.isEmpty() && !tails.isEmpty()) {
      double tailShare = arranged.isEmpty() ? 0 : 1 - (double) shownHeads / arranged.size();
      double headShare = arranged.isEmpty() ? 0 : (double) shownHeads / arranged.size();
      double head1 = gain(heads.getFirst(), top, tailShare);
      double tail1 = gain(tails.getFirst(), top, headShare);
      boolean popular =
          head1 == tail1
              ? ranked.indexOf(heads.getFirst()) < ranked.indexOf(tails.getFirst())
              : head1 > tail1;
      shownHeads += popular ? 1 : 0;
      arranged.add(popular ? heads.removeFirst() : tails.removeFirst());
    }
    arranged.addAll(heads);
    arranged.addAll(tails);
    return arranged;
  }

  private double gain(Scored item, double top, double others) {
    return (1 - strength) * item.score() / top + strength * 0.5 * others;
  }
}
