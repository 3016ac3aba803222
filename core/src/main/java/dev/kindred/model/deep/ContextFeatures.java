package dev.kindred.model.deep;

import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names the features of a user and a moment: {@code hour=0} to {@code hour=23} and {@code
 * weekday=1} (Monday) to {@code weekday=7}, both in UTC; {@code key=value} of the request's context
 * and of the user's attributes.
 */
public final class ContextFeatures {
  private ContextFeatures() {}

  /** The hour's feature. */
  public static String hour(Instant time) {
    return "hour=" + at(time).getHour();
  }

  /** The weekday's feature. */
  public static String weekday(Instant time) {
    return "weekday=" + at(time).getDayOfWeek().getValue();
  }

  private static ZonedDateTime at(Instant time) {
    return time.atZone(ZoneOffset.UTC);
  }

  /** Which of the known features hold now. */
  static int[] rows(List<String> known, UserState user, Situation situation) {
    return IntStream.range(0, known.size())
        .filter(row -> holds(known.get(row), user, situation))
        .toArray();
  }

  private static boolean holds(String feature, UserState user, Situation situation) {
    if (feature.equals(hour(situation.now())) || feature.equals(weekday(situation.now()))) {
      return true;
    }
    int cut = feature.indexOf('=');
    String key = cut < 0 ? feature : feature.substring(0, cut);
    String value = feature.substring(cut + 1);
    return value.equals(situation.context().get(key)) || value.equals(user.attributes().get(key));
  }
}
