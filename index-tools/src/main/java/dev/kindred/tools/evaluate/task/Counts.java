package dev.kindred.tools.evaluate.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of the events when a task was made. Immutable.
 *
 * @param train events to learn from
 * @param test pairs of a user and a relevant item
 * @param unseenUsers queries whose user has no history
 * @param unseenItems test pairs whose item has no event in the training data
 * @param repeats test events left out because the user had the item before, and seen items are
 *     filtered, or because it was chosen twice
 * @param disliked test events left out because their value is negative
 * @param untested users without a query, because nothing of theirs was held out
 * @param ownNegatives given negatives left out because they are the held-out item itself
 */
public record Counts(
    int train,
    int test,
    int unseenUsers,
    int unseenItems,
    int repeats,
    int disliked,
    int untested,
    int ownNegatives) {

  /** One sentence for everything that was found, for the report. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(String.format(Locale.ROOT, "%,d training events, %,d test pairs", train, test));
    note(notes, unseenUsers, "users have no history; they are asked for all the same");
    note(
        notes, unseenItems, "test pairs name an item without training events; they count as asked");
    note(notes, repeats, "test events repeat an item the user had before and are left out");
    note(notes, disliked, "test events are dislikes and are left out");
    note(notes, untested, "users have nothing held out and are not asked for");
    note(notes, ownNegatives, "given negatives are the held-out item itself and are skipped");
    return notes;
  }

  private static void note(List<String> notes, int count, String text) {
    if (count > 0) {
      notes.add(String.format(Locale.ROOT, "%,d %s", count, text));
    }
  }
}
