package dev.kindred.request;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.internal.registry.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What a profile may know of a request before anything is ranked. Each is a number of at least 0,
 * measured once, when the request is resolved.
 */
public enum Feature {
  /** How many events of the user are known, the session's among them. */
  HISTORY,
  /** How many events the request brought along. */
  SESSION,
  /** 1 when something was typed. */
  TEXT,
  /** How many items were named that more is wanted of. */
  LIKE,
  /**
   * Days since the user's last event; {@value #NEVER} without any, 0 where events have no times.
   */
  IDLE;

  private static final int NEVER = 36_500;
  private static final double DAY = 86_400_000;

  /** The feature of that name, in lower case. */
  public static Feature of(String name) {
    for (Feature feature : values()) {
      if (feature.label().equals(name)) {
        return feature;
      }
    }
    TreeSet<String> known = new TreeSet<>(Arrays.stream(values()).map(Feature::label).toList());
    throw new IllegalArgumentException(Unknown.message("feature", name, known));
  }

  /** As profiles write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The request's value.
   *
   * @param request with its clock set
   * @param user history and session
   */
  public float of(Request request, UserState user) {
    return switch (this) {
      case HISTORY -> user.history().size();
      case SESSION -> request.session().size();
      case TEXT -> request.text().isBlank() ? 0 : 1;
      case LIKE -> request.like().size();
      case IDLE -> idle(request, user);
    };
  }

  private static float idle(Request request, UserState user) {
    if (user.history().isEmpty()) {
      return NEVER;
    }
    Event last = user.history().getLast();
    if (last.time().equals(Instant.EPOCH)) {
      return 0;
    }
    double days = (double) Duration.between(last.time(), request.now()).toMillis() / DAY;
    return (float) Math.clamp(days, 0, NEVER);
  }
}
