package dev.kindred.benchmarks.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Item;
import dev.kindred.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundTest {
  private final Catalogue catalogue = new Catalogue(3, 300);

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    catalogue.items().forEach(items::add);
    return items;
  }

  @Test
  void bothWritersMakeTheSameIndex() throws Exception {
    List<Model> models = List.of(catalogue.als(), catalogue.related());
    Round round = new Round(catalogue.schema(), models, items()).run(true);
    assertThat(round.ours().wall()).isPositive();
    assertThat(round.bare().wall()).isPositive();
  }

  @Test
  void indexesThatDifferAreNotCompared() {
    IndexFacts one = new IndexFacts(3, Map.of("title", "words 7", "price", "points"));
    IndexFacts two = new IndexFacts(3, Map.of("title", "words 8", "price", "points"));
    one.requireEqual(one);
    assertThatThrownBy(() -> one.requireEqual(two))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("words 7")
        .hasMessageContaining("words 8")
        .hasMessageNotContaining("price");
  }
}
