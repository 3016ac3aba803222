package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.EventWeights;
import dev.kindred.data.Interactions;
import dev.kindred.data.Repeats;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLoaderTest {
  @TempDir Path folder;

  private EventLoader.Loaded load(String text, EventRules rules, List<String> catalogue) {
    Path file = Files4Tests.write(folder, "e.csv", text);
    return EventLoader.load(Inputs.STRICT.events(file), rules, catalogue);
  }

  private static EventRules rules(Map<String, Double> weights, Repeats repeats) {
    return new EventRules(
        EventColumns.COMMON,
        new EventWeights(weights),
        Optional.empty(),
        Optional.ofNullable(repeats));
  }

  private static List<String> shown(Interactions matrix) {
    List<String> shown = new ArrayList<>();
    for (int user = 0; user < matrix.users().size(); user++) {
      for (int p = matrix.from(user); p < matrix.to(user); p++) {
        shown.add(
            matrix.users().id(user)
                + " "
                + matrix.items().id(matrix.item(p))
                + " "
                + matrix.value(p)
                + " "
                + matrix.time(p));
      }
    }
    return shown;
  }

  @Test
  void ratingsAreExplicitAndTheNewestStands() {
    var loaded =
        load("user,item,rating,time\nu,a,3,10\nu,a,5,5\nu,b,1,7\n", EventRules.COMMON, List.of());
    assertThat(loaded.interactions().explicit()).isTrue();
    assertThat(shown(loaded.interactions())).containsExactly("u b 1.0 7000", "u a 3.0 10000");
  }

  @Test
  void otherEventsAreStrengthsThatAddUp() {
    var loaded =
        load(
            "user,item,type,value,time\nu,a,view,1,1\nu,a,purchase,2,2\nu,b,skip,1,3\nu,c,like,-1,4\n",
            rules(Map.of("view", 0.25, "purchase", 1.0, "skip", 0.0), null),
            List.of());
    assertThat(loaded.interactions().explicit()).isFalse();
    assertThat(shown(loaded.interactions())).containsExactly("u a 2.25 2000", "u c -1.0 4000");
    assertThat(loaded.weightless()).isEqualTo(1);
    assertThat(loaded.report().records()).isEqualTo(4);
  }

  @Test
  void viewsAfterRatingsMakeTheRatingsImplicit() {
    var loaded =
        load(
            "user,item,type,value,time\nu,a,rating,5,1\nu,b,view,1,2\n",
            EventRules.COMMON,
            List.of());
    assertThat(loaded.interactions().explicit()).isFalse();
    assertThat(shown(loaded.interactions())).containsExactly("u a 1.0 1000", "u b 1.0 2000");
  }

  @Test
  void repeatsAreAsTheRulesSay() {
    String text = "user,item,value,time\nu,a,1,1\nu,b,1,2\nu,a,3,3\n";
    assertThat(shown(load(text, rules(Map.of(), Repeats.FIRST), List.of()).interactions()))
        .containsExactly("u a 1.0 1000", "u b 1.0 2000");
    assertThat(shown(load(text, rules(Map.of(), Repeats.LAST), List.of()).interactions()))
        .containsExactly("u b 1.0 2000", "u a 3.0 3000");
    assertThat(shown(load(text, rules(Map.of(), Repeats.SUM), List.of()).interactions()))
        .containsExactly("u b 1.0 2000", "u a 4.0 3000");
    assertThat(shown(load(text, rules(Map.of(), Repeats.ALL), List.of()).interactions()))
        .hasSize(3);
  }

  @Test
  void itemsTheCatalogueLacksAreKeptAndCounted() {
    var loaded = load("user,item\nu,x\nu,a\nv,x\nv,y\n", EventRules.COMMON, List.of("a", "b", "c"));
    assertThat(loaded.interactions().items().ids()).containsExactly("a", "b", "c", "x", "y");
    assertThat(loaded.strangers()).isEqualTo(3);
    assertThat(loaded.strangeItems()).isEqualTo(2);
  }

  @Test
  void withoutACatalogueNothingIsStrange() {
    var loaded = load("user,item\nu,x\n", EventRules.COMMON, List.of());
    assertThat(loaded.strangers()).isZero();
    assertThat(loaded.strangeItems()).isZero();
  }

  @Test
  void equalTimesKeepTheOrderOfTheFile() {
    var loaded = load("user,item\nu,c\nu,a\nu,b\n", EventRules.COMMON, List.of("a", "b", "c"));
    assertThat(shown(loaded.interactions())).containsExactly("u c 1.0 0", "u a 1.0 0", "u b 1.0 0");
  }
}
