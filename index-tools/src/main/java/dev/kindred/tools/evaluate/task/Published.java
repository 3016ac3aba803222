package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A task from files that were split elsewhere. Plain collections in, so that any reader will do.
 * Immutable; every method returns a changed copy.
 *
 * @param name what the report calls it
 * @param seen whether seen items may be recommended
 * @param train what may be learned from
 * @param validation what happened after {@code train} and before the test; null for none
 * @param refit whether the validation part is learned from too; it is history in any case
 * @param test the chosen items by user, asked for in the map's order
 * @param negatives by user, the items among which the chosen ones are ranked; empty ranks all
 * @param ratings the stars of chosen items, by user and item, to be predicted; empty predicts none
 */
public record Published(
    String name,
    Seen seen,
    Interactions train,
    Interactions validation,
    boolean refit,
    Map<String, ? extends Collection<String>> test,
    Map<String, ? extends Collection<String>> negatives,
    Map<String, ? extends Map<String, Double>> ratings) {
  private static final String LEAKS =
      "leaks whatever the published split leaks: it was made elsewhere";

  /** Full ranking after a training part, seen items filtered. */
  public Published(
      String name, Interactions train, Map<String, ? extends Collection<String>> test) {
    this(name, Seen.FILTERED, train, null, true, test, Map.of(), Map.of());
  }

  public Published seen(Seen rule) {
    return new Published(name, rule, train, validation, refit, test, negatives, ratings);
  }

  /** Adds a validation part, learned from when {@code learned}. */
  public Published validation(Interactions part, boolean learned) {
    return new Published(name, seen, train, part, learned, test, negatives, ratings);
  }

  /** Ranks the chosen items among these only; one equal to a chosen item is skipped. */
  public Published negatives(Map<String, ? extends Collection<String>> byUser) {
    return new Published(name, seen, train, validation, refit, test, byUser, ratings);
  }

  /** Predicts these stars, of users who are among the test's. */
  public Published ratings(Map<String, ? extends Map<String, Double>> byUser) {
    return new Published(name, seen, train, validation, refit, test, negatives, byUser);
  }

  /** The task; its item map has every item that any part names. */
  public Task task() {
    Interactions known = merged(true);
    Interactions learned = refit ? known : merged(false);
    Questions questions = new Questions(learned, seen);
    Instant now = Instant.ofEpochMilli(known.size() == 0 ? 0 : known.newest());
    test.forEach(
        (user, items) -> {
          Questions.Draft draft = questions.ask(user, history(known, user));
          items.forEach(item -> draft.add(item, true));
          Map<String, Double> stars = ratings.get(user);
          if (stars != null) {
            stars.forEach(draft::rate);
          }
          Collection<String> among = negatives.get(user);
          if (among != null) {
            draft.negatives(among);
          }
          draft.close(now);
        });
    return questions.task(name, LEAKS);
  }

  private static List<Event> history(Interactions known, String user) {
    int row = known.users().ordinal(user);
    return row < 0 ? List.of() : History.of(known, row);
  }

  private Interactions merged(boolean withValidation) {
    InteractionsBuilder builder = new InteractionsBuilder(train.explicit(), Repeats.ALL);
    train.users().ids().forEach(builder::user);
    train.items().ids().forEach(builder::item);
    if (validation != null) {
      validation.users().ids().forEach(builder::user);
      validation.items().ids().forEach(builder::item);
    }
    test.values().forEach(items -> items.forEach(builder::item));
    negatives.values().forEach(items -> items.forEach(builder::item));
    add(builder, train);
    if (withValidation && validation != null) {
      add(builder, validation);
    }
    return builder.build();
  }

  private static void add(InteractionsBuilder builder, Interactions part) {
    for (int user = 0; user < part.users().size(); user++) {
      for (int p = part.from(user); p < part.to(user); p++) {
        builder.add(
            part.users().id(user), part.items().id(part.item(p)), part.value(p), part.time(p));
      }
    }
  }
}
