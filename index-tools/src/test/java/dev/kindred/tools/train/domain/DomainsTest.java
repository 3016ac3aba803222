package dev.kindred.tools.train.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DomainsTest {
  private static final Interactions EVENTS =
      new InteractionsBuilder(false, Repeats.ALL)
          .add("ann", "book", 1, 1)
          .add("ann", "film", 2, 2)
          .add("bob", "film", 3, 3)
          .add("bob", "nowhere", 4, 4)
          .add("bob", "film", 5, 5)
          .build();
  private static final Domains DOMAINS =
      Domains.of(
          new Dataset(
              EVENTS,
              List.of(
                  new Item("film", Map.of("shelf", List.of("screen", "paper"))),
                  new Item("book", Map.of("shelf", "paper")),
                  new Item("nowhere", Map.of()),
                  new Item("unseen", Map.of("shelf", "music")))),
          "shelf");

  @Test
  void theFirstValueOfAnItemIsItsDomain() {
    assertThat(DOMAINS.names()).as("of items with events").containsExactly("paper", "screen");
    assertThat(DOMAINS.of()[EVENTS.items().ordinal("film")]).isEqualTo(1);
    assertThat(DOMAINS.of()[EVENTS.items().ordinal("book")]).isZero();
    assertThat(DOMAINS.of()[EVENTS.items().ordinal("nowhere")]).isEqualTo(-1);
  }

  @Test
  void aDomainKeepsEveryUserAndEveryEventOfItsItems() {
    Interactions screen = DOMAINS.within(1);
    assertThat(screen.users().ids()).isEqualTo(EVENTS.users().ids());
    assertThat(screen.items().ids()).containsExactly("film");
    assertThat(screen.size()).isEqualTo(3);
    int bob = screen.users().ordinal("bob");
    assertThat(screen.value(screen.from(bob))).isEqualTo(3);
    assertThat(screen.time(screen.to(bob) - 1)).isEqualTo(5);
  }

  @Test
  void eventsOfNoDomainMakeNobodyATraveller() {
    assertThat(DOMAINS.several()[EVENTS.users().ordinal("ann")]).isTrue();
    assertThat(DOMAINS.several()[EVENTS.users().ordinal("bob")]).isFalse();
  }
}
