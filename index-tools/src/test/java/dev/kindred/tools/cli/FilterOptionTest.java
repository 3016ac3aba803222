package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.request.Filter.Condition;
import dev.kindred.request.Filter.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterOptionTest {
  private final FilterOption option = new FilterOption();

  @ParameterizedTest
  @CsvSource({
    "language=en, language, EQUAL, en",
    "language!=en, language, NOT_EQUAL, en",
    "pages>=200, pages, AT_LEAST, 200",
    "price<=9.99, price, AT_MOST, 9.99",
    "' language = en ', language, EQUAL, en",
    "'pages >= 200', pages, AT_LEAST, 200",
    "title=a=b, title, EQUAL, a=b",
    "subjects=science fiction, subjects, EQUAL, science fiction"
  })
  void readsConditions(String written, String field, Operator operator, String value) {
    assertThat(option.convert(written)).isEqualTo(new Condition(field, operator, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "language", "=en", "pages>200", "pages<200"})
  void refusesAnythingElse(String written) {
    assertThatThrownBy(() -> option.convert(written)).hasMessageContaining("FIELD=VALUE");
  }

  @Test
  void allConditionsMustHold() {
    List<Condition> both = List.of(option.convert("a=1"), option.convert("b<=2"));
    assertThat(FilterOption.all(both).conditions()).isEqualTo(both);
  }
}
