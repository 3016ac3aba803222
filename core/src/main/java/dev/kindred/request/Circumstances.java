package dev.kindred.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The features of a request's moment: its context, and what its clock says unless the context says
 * otherwise: {@code daypart} is night (from 0), morning (6), afternoon (12) or evening (18), {@code
 * weekday} is monday to sunday, both in the time zone that the context names as {@code zone}, else
 * in UTC. Immutable.
 *
 * @param features by name
 */
public record Circumstances(Map<String, String> features) {
  private static final String[] DAYPARTS = {"night", "morning", "afternoon", "evening"};

  public Circumstances {
    features = Map.copyOf(features);
  }

  /**
   * The circumstances of a request.
   *
   * @throws IllegalArgumentException when the context names an unknown time zone
   */
  public static Circumstances of(Request request) {
    return of(request.now(), request.context());
  }

  /**
   * The circumstances of a moment.
   *
   * @param now null when it is not known
   * @param context what was told of it
   * @throws IllegalArgumentException when the context names an unknown time zone
   */
  public static Circumstances of(Instant now, Map<String, String> context) {
    Map<String, String> features = new HashMap<>();
    if (now != null) {
      ZonedDateTime local = local(now, context.get("zone"));
      features.put("daypart", DAYPARTS[local.getHour() / 6]);
      features.put("weekday", local.getDayOfWeek().name().toLowerCase(Locale.ROOT));
    }
    features.putAll(context);
    return new Circumstances(features);
  }

  private static ZonedDateTime local(Instant now, String zone) {
    try {
      return now.atZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "context zone is \"" + zone + "\", expected a time zone such as Europe/Bucharest", e);
    }
  }

  /** Whether every condition holds; no condition always does. */
  public boolean meet(Map<String, String> conditions) {
    return conditions.entrySet().stream()
        .allMatch(condition -> condition.getValue().equals(features.get(condition.getKey())));
  }
}
