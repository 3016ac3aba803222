package dev.kindred.examples.bookshop;

import dev.kindred.data.Event;
import dev.kindred.tools.read.EventSink;
import dev.kindred.tools.read.EventSource;
import dev.kindred.tools.read.ReadReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Three hundred simulated readers, who go to the cinema too; nobody's real reading. One a {@link
 * Taste} is named after it and follows nothing else; the others have two tastes, go on with a
 * series once begun, and now and then take what everybody takes.
 */
final class Readers implements EventSource {
  private static final int COUNT = 300;
  private static final double STRAY = 0.06;
  private static final double SECOND_TASTE = 0.2;
  private static final double NEXT_OF_SERIES = 0.35;
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(600);

  private final List<Habit> habits;

  /**
   * How much of a shelf readers take.
   *
   * @param least items
   * @param more up to so many more than the least
   * @param salt tells the randomness of one shelf from another's
   */
  private record Habit(Shelf shelf, int least, int more, long salt) {}

  Readers(Catalogue catalogue) {
    this.habits =
        List.of(
            new Habit(new Shelf(catalogue.of(Catalogue.BOOKS)), 12, 24, 0),
            new Habit(new Shelf(catalogue.of(Catalogue.FILMS)), 5, 11, 17));
  }

  /** All ids, those named after a taste first. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    Taste.ALL.forEach(taste -> names.add("reader-" + taste.name()));
    for (int i = names.size() + 1; i <= COUNT; i++) {
      names.add(String.format(Locale.ROOT, "reader-%03d", i));
    }
    return names;
  }

  /** Something that one reader took. */
  private record Take(String item, long time) {}

  @Override
  public ReadReport read(EventSink sink) {
    long events = 0;
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      List<Take> takes = new ArrayList<>();
      for (Habit habit : habits) {
        takes.addAll(new Life(habit, i).takes());
      }
      takes.sort(Comparator.comparingLong(Take::time));
      for (Take take : takes) {
        sink.accept(names.get(i), take.item, Event.VIEW, 1, take.time);
      }
      events += takes.size();
    }
    return new ReadReport("simulated readers", events, 0, List.of(), 0);
  }

  /** One reader's years with one shelf. */
  private static final class Life {
    private final Habit habit;
    private final SplittableRandom random;
    private final Taste first;
    private final Taste second;
    private final boolean single;
    private final Set<Integer> taken = new HashSet<>();

    Life(Habit habit, int number) {
      SplittableRandom tastes = new SplittableRandom(1_000_003L * number);
      this.habit = habit;
      this.single = number < Taste.ALL.size();
      this.first = Taste.ALL.get(number % Taste.ALL.size());
      this.second = Taste.ALL.get(tastes.nextInt(Taste.ALL.size()));
      this.random =
          habit.salt == 0 ? tastes : new SplittableRandom(1_000_003L * number + habit.salt);
    }

    List<Take> takes() {
      int count = single ? habit.least : habit.least + random.nextInt(habit.more);
      long step = SPAN.toMillis() / count;
      int last = -1;
      List<Take> takes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        last = next(last);
        taken.add(last);
        long time = START.toEpochMilli() + i * step + random.nextLong(step);
        takes.add(new Take(habit.shelf.id(last), time));
      }
      return takes;
    }

    private int next(int last) {
      if (last >= 0 && random.nextDouble() < NEXT_OF_SERIES) {
        int next = habit.shelf.nextOfSeries(last, taken);
        if (next >= 0) {
          return next;
        }
      }
      return habit.shelf.draw(mood(), taken, random);
    }

    /** What appeals just now. */
    private double[] mood() {
      double chance = single ? 1 : random.nextDouble();
      if (chance < STRAY) {
        return habit.shelf.fame();
      }
      return habit.shelf.appeal(chance < STRAY + SECOND_TASTE ? second : first);
    }
  }
}
