package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.data.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static Item item(Object value) {
    return new Item("x", Map.of("f", value));
  }

  @Test
  void readsNumbers() {
    assertThat(Values.number(item(3), "f")).isEqualTo(3.0);
    assertThat(Values.number(item(2.5f), "f")).isEqualTo(2.5);
    assertThat(Values.number(item("-1e3"), "f")).isEqualTo(-1000.0);
    assertThat(Values.number(item(List.of("4")), "f")).isEqualTo(4.0);
  }

  @Test
  void aBlankIsNoValue() {
    assertThat(Values.number(item(" "), "f")).isNull();
    assertThat(Values.number(item(List.of()), "f")).isNull();
    assertThat(Values.number(item(1), "other")).isNull();
    assertThat(Values.time(item(""), "f")).isNull();
    assertThat(Values.vector(item(new float[0]), "f", 2)).isNull();
    assertThat(Values.vector(item(1), "other", 2)).isNull();
  }

  @Test
  void namesItemFieldAndValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.number(item("cheap"), "f"))
        .withMessage("item 'x': field 'f' expects a number, got 'cheap'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.number(item(Double.NaN), "f"))
        .withMessage("item 'x': field 'f' expects a finite number, got 'NaN'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.number(item(List.of(1, 2)), "f"))
        .withMessage("item 'x': field 'f' expects one number, got '[1, 2]'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.time(item("soon"), "f"))
        .withMessageStartingWith("item 'x': field 'f' expects a year, an ISO-8601 date");
  }

  @Test
  void vectorsGetLengthOne() {
    float[] given = {3, 4};
    assertThat(Values.vector(item(given), "f", 2)).containsExactly(0.6f, 0.8f);
    assertThat(given).as("the item's own array").containsExactly(3, 4);
    assertThat(Values.vector(item(List.of(3.0, "4")), "f", 2)).containsExactly(0.6f, 0.8f);
  }

  @Test
  void zerosHaveNoDirection() {
    assertThat(Values.vector(item(new float[2]), "f", 2)).isNull();
  }

  @Test
  void refusesUnfitVectors() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.vector(item(new float[] {1, 2, 3}), "f", 2))
        .withMessage("item 'x': field 'f' has a vector of 3 numbers; the schema says 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.vector(item(new float[] {1, Float.NaN}), "f", 2))
        .withMessageContaining("expects finite numbers, got 'NaN'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.vector(item("red"), "f", 2))
        .withMessageContaining("expects a vector of 2 numbers, got 'red'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.vector(item(Arrays.asList(1, null)), "f", 2))
        .withMessageContaining("expects a number, got");
  }
}
