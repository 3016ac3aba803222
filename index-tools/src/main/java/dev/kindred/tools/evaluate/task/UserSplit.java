package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Some users are not learned from at all: the older half of their events is their history, the
 * newer half is asked for. Users with one event are always learned from. The protocol of Mult-VAE
 * (Liang et al., WWW 2018), with halves in time order.
 *
 * @param share of the users to learn from, between 0 and 1, rounded up
 * @param seed of the draw
 */
record UserSplit(double share, long seed) implements Split {
  UserSplit {
    SplitParser.requireShare("users", share);
  }

  @Override
  public String name() {
    return "users:" + share;
  }

  @Override
  public String leaks() {
    return "leaks the future of other users: held-out users' events are not older than the training"
        + " users'";
  }

  @Override
  public List<Task> tasks(Interactions log, Seen seen) {
    int users = log.users().size();
    int asked = users - (int) Math.ceil(share * users);
    BitSet held = new BitSet(log.size());
    BitSet given = new BitSet(log.size());
    for (int user : Shuffle.first(users, asked, new SplittableRandom(seed))) {
      int from = log.from(user);
      int to = log.to(user);
      if (to - from > 1) {
        int middle = from + (to - from + 1) / 2;
        given.set(from, middle);
        held.set(middle, to);
      }
    }
    return List.of(Partition.untimed(this, log, seen, held, given).task());
  }
}
