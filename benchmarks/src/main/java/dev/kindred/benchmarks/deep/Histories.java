package dev.kindred.benchmarks.deep;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Histories of users in the order of time, over a catalogue that is whole even when only some of
 * the users are there.
 *
 * @param interactions the same, as trainers take them
 * @param items how many there are, whether or not anybody has them
 * @param sequences the items of each user, as the interactions number them
 */
record Histories(Interactions interactions, int items, List<int[]> sequences) {

  static Histories read(Path file) {
    return of(
        EventLoader.load(Inputs.STRICT.events(file), EventRules.COMMON, List.of()).interactions());
  }

  static Histories of(Interactions all) {
    return new Histories(
        all,
        all.items().size(),
        IntStream.range(0, all.users().size())
            .mapToObj(
                user -> IntStream.range(all.from(user), all.to(user)).map(all::item).toArray())
            .toList());
  }

  /**
   * So many users, drawn by the seed; all for no more than there are.
   *
   * @param least events that a user must have to be drawn
   */
  Histories some(int users, int least, long seed) {
    List<Integer> drawn = new ArrayList<>();
    for (int user = 0; user < sequences.size(); user++) {
      if (sequences.get(user).length >= least) {
        drawn.add(user);
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = drawn.size() - 1; i > 0; i--) {
      Collections.swap(drawn, i, random.nextInt(i + 1));
    }
    InteractionsBuilder builder = new InteractionsBuilder(false, Repeats.LAST);
    interactions.items().ids().forEach(builder::item);
    for (int user : drawn.subList(0, Math.min(users, drawn.size()))) {
      String id = interactions.users().id(user);
      for (int item : sequences.get(user)) {
        builder.add(id, interactions.items().id(item), 1, 0);
      }
    }
    return of(builder.build());
  }

  /**
   * Rows that are learned from: each event but a history's last predicts the next.
   *
   * @param length of a history at most: its last ones
   */
  long rows(int length) {
    return sequences.stream()
        .mapToLong(sequence -> Math.max(0, Math.min(length, sequence.length - 1)))
        .sum();
  }

  /** The last items of a sequence, one more than there are rows of it. */
  static int[] last(int[] sequence, int length) {
    return Arrays.copyOfRange(sequence, Math.max(0, sequence.length - 1 - length), sequence.length);
  }
}
