package dev.kindred.tools.train.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopKTest {
  @Test
  void keepsTheBestWhateverTheOrderOfArrival() {
    List<Integer> items = new ArrayList<>();
    float[] scores = new float[200];
    Random random = new Random(4);
    for (int i = 0; i < scores.length; i++) {
      items.add(i);
      scores[i] = random.nextInt(-20, 20) / 8f;
    }
    List<Integer> expected = new ArrayList<>(items);
    expected.sort(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i));
    TopK top = new TopK(17);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(items, random);
      items.forEach(i -> top.offer(i, scores[i]));
      assertThat(top.drain())
          .containsExactly(expected.stream().limit(17).mapToInt(i -> i).toArray());
    }
  }

  @Test
  void holdsFewerWhenFewerCame() {
    TopK top = new TopK(5);
    assertThat(top.drain()).isEmpty();
    top.offer(3, 1);
    top.offer(1, 2);
    assertThat(top.drain()).containsExactly(1, 3);
  }
}
