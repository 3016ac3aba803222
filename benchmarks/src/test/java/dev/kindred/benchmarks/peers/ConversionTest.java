package dev.kindred.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import org.junit.jupiter.api.Test;

class ConversionTest {
  /** Ann rated b, then a; nobody rated c; Bob rated nothing. */
  private static Interactions log() {
    InteractionsBuilder log = new InteractionsBuilder(true, Repeats.ALL);
    log.item("c").user("bob");
    log.add("ann", "a", 2, 9).add("ann", "b", 5, 3).add("cy", "b", 1, 1);
    return log.build();
  }

  @Test
  void ratingsNameUsersAndItemsByOrdinal() {
    Ratings ratings = Conversion.ratings(log());
    assertThat(ratings.users()).containsExactly("bob", "ann", "cy");
    assertThat(ratings.items()).containsExactly("c", "a", "b");
    assertThat(ratings.user()).containsExactly(1, 1, 2);
    assertThat(ratings.item()).containsExactly(2, 1, 2);
    assertThat(ratings.value()).containsExactly(5, 2, 1);
    assertThat(ratings.explicit()).isTrue();
  }

  @Test
  void theWayBackKeepsOrdinalsAndOrder() {
    Interactions back = Conversion.interactions(Conversion.ratings(log()));
    assertThat(back.users().ids()).containsExactly("bob", "ann", "cy");
    assertThat(back.items().ids()).containsExactly("c", "a", "b");
    assertThat(back.from(0)).isEqualTo(back.to(0));
    int ann = back.from(1);
    assertThat(back.item(ann)).isEqualTo(2);
    assertThat(back.value(ann)).isEqualTo(5);
    assertThat(back.item(ann + 1)).isEqualTo(1);
    assertThat(back.explicit()).isTrue();
  }
}
