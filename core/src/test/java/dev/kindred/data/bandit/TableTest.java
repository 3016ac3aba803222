package dev.kindred.data.bandit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void isAMapWhoseFormerStatesRemain() {
    SplittableRandom random = new SplittableRandom(1);
    Table<Integer> table = Table.empty();
    Map<String, Integer> expected = new HashMap<>();
    Table<Integer> early = null;
    Map<String, Integer> earlyExpected = Map.of();
    for (int i = 0; i < 3000; i++) {
      String id = "i" + random.nextInt(1500);
      if (random.nextInt(5) == 0) {
        table = table.without(Set.of(id, "absent"));
        expected.remove(id);
      } else {
        table = table.with(Map.of(id, i));
        expected.put(id, i);
      }
      if (i == 1000) {
        early = table;
        earlyExpected = Map.copyOf(expected);
      }
    }
    assertThat(content(table)).isEqualTo(expected);
    assertThat(table.size()).isEqualTo(expected.size());
    assertThat(content(early)).isEqualTo(earlyExpected);
  }

  @Test
  void idsOfEqualHashesAreApart() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    Table<Integer> table = Table.<Integer>empty().with(Map.of("Aa", 1, "BB", 2));
    assertThat(table.get("Aa", 0)).isEqualTo(1);
    assertThat(table.get("BB", 0)).isEqualTo(2);
    assertThat(table.get("C#", 7)).isEqualTo(7);
  }

  private static Map<String, Integer> content(Table<Integer> table) {
    Map<String, Integer> content = new TreeMap<>();
    table.forEach(content::put);
    return content;
  }
}
