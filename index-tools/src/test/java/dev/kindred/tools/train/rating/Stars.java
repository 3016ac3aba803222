package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.data.Event;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.model.RatingModel;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Ratings drawn from a known model of two factors, with noise of half a star. */
final class Stars {
  static final double NOISE = 0.5;
  private static final int USERS = 120;
  private static final int ITEMS = 60;
  private static final int FACTORS = 2;

  private final Map<String, List<Event>> train = new HashMap<>();
  private final List<Event> test = new ArrayList<>();
  private final InteractionsBuilder builder = new InteractionsBuilder(true, Repeats.LAST);
  private final Map<String, Map<String, String>> users = new HashMap<>();
  private final List<Item> items = new ArrayList<>();

  Stars(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] user = rows(USERS, random);
    double[][] item = rows(ITEMS, random);
    for (int i = 0; i < ITEMS; i++) {
      items.add(new Item("i" + i, Map.of("genre", item[i][0] > 0 ? "plus" : "minus")));
      builder.item("i" + i);
    }
    for (int u = 0; u < USERS; u++) {
      users.put("u" + u, Map.of("mood", user[u][0] > 0 ? "up" : "down"));
      for (int i = 0; i < ITEMS; i++) {
        if (random.nextDouble() < 0.4) {
          rate(u, i, user[u], item[i], random);
        }
      }
    }
  }

  private void rate(int u, int i, double[] user, double[] item, SplittableRandom random) {
    double value = 3 + user[FACTORS] + item[FACTORS] + NOISE * random.nextGaussian();
    for (int f = 0; f < FACTORS; f++) {
      value += user[f] * item[f];
    }
    float stars = (float) Math.clamp(Math.round(value), 1, 5);
    Event event = new Event("u" + u, "i" + i, Event.RATING, stars, Tastes.NOW);
    if (random.nextDouble() < 0.2) {
      test.add(event);
    } else {
      train.computeIfAbsent("u" + u, id -> new ArrayList<>()).add(event);
      builder.add("u" + u, "i" + i, stars, Tastes.NOW.toEpochMilli());
    }
  }

  private static double[][] rows(int count, SplittableRandom random) {
    double[][] rows = new double[count][FACTORS + 1];
    for (double[] row : rows) {
      for (int f = 0; f < FACTORS; f++) {
        row[f] = random.nextGaussian();
      }
      row[FACTORS] = 0.3 * random.nextGaussian();
    }
    return rows;
  }

  /** Call it once. */
  Dataset dataset() {
    return new Dataset(builder.build(), items, users);
  }

  /** Trains on what is not held out, and takes the error on the rest. */
  double error(String algorithm, Map<String, String> parameters) throws IOException {
    Run run = new Run(algorithm, "1", 4, 1, Progress.NONE);
    RatingModel model = (RatingModel) Trainers.create(algorithm, parameters).train(dataset(), run);
    double squares = 0;
    for (Event event : test) {
      List<Event> history = train.getOrDefault(event.userId(), List.of());
      UserState user = new UserState(event.userId(), history, users.get(event.userId()));
      double stars =
          model.expected(user, Tastes.among(items.toArray(Item[]::new))).stars(event.itemId());
      squares += Math.pow(stars - event.value(), 2);
    }
    return Math.sqrt(squares / test.size());
  }
}
