package dev.kindred.tools.train.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrataTest {
  private static Matrix matrix() {
    SplittableRandom random = new SplittableRandom(2);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    events.item("nobody's");
    for (int e = 0; e < 5000; e++) {
      float value = random.nextInt(10) == 0 ? -1 : 1;
      events.add("u" + random.nextInt(100), "i" + random.nextInt(450), value, e);
    }
    return Matrix.strengths(events.build());
  }

  private final Matrix matrix = matrix();
  private final Strata strata = new Strata(matrix);

  @Test
  void everyLikedPairIsInOneBlock() {
    List<Integer> liked =
        IntStream.range(0, matrix.columns().length)
            .filter(p -> matrix.values()[p] > 0)
            .boxed()
            .toList();
    for (int epoch = 0; epoch < 3; epoch++) {
      strata.shuffle(new SplittableRandom(epoch));
      List<Integer> found = new ArrayList<>();
      for (int b = 0; b < strata.blocks() * strata.blocks(); b++) {
        for (int pair : strata.pairs(b / strata.blocks(), b % strata.blocks())) {
          found.add(pair);
        }
      }
      assertThat(found).containsExactlyInAnyOrderElementsOf(liked);
    }
  }

  @Test
  void blocksThatDifferInBothShareNeitherUserNorItem() {
    assertThat(strata.blocks()).isEqualTo(4);
    strata.shuffle(new SplittableRandom(1));
    Map<Integer, Integer> blockOfUser = new HashMap<>();
    Map<Integer, Integer> blockOfItem = new HashMap<>();
    for (int users = 0; users < 4; users++) {
      for (int items = 0; items < 4; items++) {
        for (int pair : strata.pairs(users, items)) {
          assertThat(blockOfUser.merge(strata.user(pair), users, (a, b) -> b.equals(a) ? a : -1))
              .isEqualTo(users);
          assertThat(
                  blockOfItem.merge(matrix.columns()[pair], items, (a, b) -> b.equals(a) ? a : -1))
              .isEqualTo(items);
        }
      }
    }
  }

  @Test
  void negativesAreLikedItemsOfTheBlock() {
    strata.shuffle(new SplittableRandom(1));
    SplittableRandom random = new SplittableRandom(5);
    Set<Integer> first = new HashSet<>();
    Set<Integer> second = new HashSet<>();
    for (int n = 0; n < 5000; n++) {
      first.add(strata.draw(0, random));
      second.add(strata.draw(1, random));
    }
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(first.size()).isBetween(100, 120);
    assertThat(first).doesNotContain(0);
  }

  @Test
  void fewItemsAreOneBlock() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    events.add("u", "a", 1, 0).add("v", "b", 1, 0);
    Strata small = new Strata(Matrix.strengths(events.build()));
    small.shuffle(new SplittableRandom(1));
    assertThat(small.blocks()).isEqualTo(1);
    assertThat(small.pairs(0, 0)).hasSize(2);
  }
}
