package dev.kindred.examples.bookshop;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.tools.read.EventSink;
import dev.kindred.tools.read.EventSource;
import dev.kindred.tools.read.ReadReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Three hundred simulated readers; nobody's real reading. One a {@link Taste} is named after it and
 * follows nothing else; the others have two tastes, go on with a series once begun, and now and
 * then take what everybody takes.
 */
final class Readers implements EventSource {
  private static final int COUNT = 300;
  private static final int LEAST_BOOKS = 12;
  private static final int MORE_BOOKS = 24;
  private static final double STRAY = 0.06;
  private static final double SECOND_TASTE = 0.2;
  private static final double NEXT_OF_SERIES = 0.35;
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(600);

  private final List<Item> books;
  private final double[] fame;
  private final Map<Taste, double[]> appeals = new HashMap<>();

  /**
   * @param books what they read
   */
  Readers(List<Item> books) {
    this.books = List.copyOf(books);
    this.fame = new double[books.size()];
    Arrays.setAll(fame, this::fame);
    for (Taste taste : Taste.ALL) {
      double[] appeal = new double[fame.length];
      Arrays.setAll(appeal, book -> taste.of(books.get(book)) * fame[book]);
      appeals.put(taste, appeal);
    }
  }

  /** How well known a book is: long-tailed, with the famous ones in front. */
  private double fame(int book) {
    int rank = new SplittableRandom(7L * book).nextInt(books.size());
    boolean famous = Taste.FAMOUS.contains(books.get(book).id());
    return 1 / Math.sqrt(famous ? 1 : 30.0 + rank);
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

  @Override
  public ReadReport read(EventSink sink) {
    long events = 0;
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      events += new Life(names.get(i), i).tell(sink);
    }
    return new ReadReport("simulated readers", events, 0, List.of(), 0);
  }

  /** One reader's years. */
  private final class Life {
    private final String name;
    private final SplittableRandom random;
    private final Taste first;
    private final Taste second;
    private final boolean single;
    private final Set<Integer> taken = new HashSet<>();

    Life(String name, int number) {
      this.name = name;
      this.random = new SplittableRandom(1_000_003L * number);
      this.single = number < Taste.ALL.size();
      this.first = Taste.ALL.get(number % Taste.ALL.size());
      this.second = Taste.ALL.get(random.nextInt(Taste.ALL.size()));
    }

    int tell(EventSink sink) {
      int count = single ? LEAST_BOOKS : LEAST_BOOKS + random.nextInt(MORE_BOOKS);
      long step = SPAN.toMillis() / count;
      int last = -1;
      for (int i = 0; i < count; i++) {
        last = next(last);
        taken.add(last);
        long time = START.toEpochMilli() + i * step + random.nextLong(step);
        sink.accept(name, books.get(last).id(), Event.VIEW, 1, time);
      }
      return count;
    }

    private int next(int last) {
      if (last >= 0 && random.nextDouble() < NEXT_OF_SERIES) {
        String series = books.get(last).text("series");
        for (int book = 0; book < books.size() && !series.isEmpty(); book++) {
          if (!taken.contains(book) && books.get(book).text("series").equals(series)) {
            return book;
          }
        }
      }
      return draw(mood());
    }

    /** What appeals just now. */
    private double[] mood() {
      double chance = single ? 1 : random.nextDouble();
      if (chance < STRAY) {
        return fame;
      }
      return appeals.get(chance < STRAY + SECOND_TASTE ? second : first);
    }

    private int draw(double[] appeal) {
      double[] sums = new double[appeal.length];
      double sum = 0;
      for (int book = 0; book < sums.length; book++) {
        sum += taken.contains(book) ? 0 : appeal[book];
        sums[book] = sum;
      }
      if (sum == 0) {
        return draw(fame);
      }
      double target = random.nextDouble() * sum;
      int book = 0;
      while (sums[book] <= target) {
        book++;
      }
      return book;
    }
  }
}
