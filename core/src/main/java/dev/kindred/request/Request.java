package dev.kindred.request;

import dev.kindred.data.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is asked, as plain data: after this is built no clock and no randomness is read. Start with
 * {@link #user}, {@link #search}, {@link #like} or {@link #EMPTY}; every method returns a changed
 * copy. Immutable.
 *
 * @param profile the ranking profile's name; empty lets the recommender choose: {@code search} when
 *     there is text, {@code similar} when there are liked items, else {@code home}
 * @param text what was typed; empty for none
 * @param userId whose history to load; null for nobody's
 * @param session events newer than the stored history, oldest first
 * @param like items to find more like
 * @param unlike items to stay away from
 * @param context features of the moment
 * @param filter what every answer must meet
 * @param now the clock of the request; null takes the recommender's
 * @param seed of everything random
 * @param from rank of the first item wanted, from 0
 * @param size how many items are wanted
 * @param includeSeen whether items of the history may be recommended again
 * @param diversity 0 keeps the profile's order, 1 asks for the most varied page
 * @param explained whether each item carries its explanation
 */
public record Request(
    String profile,
    String text,
    String userId,
    List<Event> session,
    List<String> like,
    List<String> unlike,
    Map<String, String> context,
    Filter filter,
    Instant now,
    long seed,
    int from,
    int size,
    boolean includeSeen,
    double diversity,
    boolean explained) {

  /** Asks for the first ten items for nobody in particular. */
  public static final Request EMPTY =
      new Request(
          "",
          "",
          null,
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Filter.NONE,
          null,
          42,
          0,
          10,
          false,
          0,
          false);

  public Request {
    session = List.copyOf(session);
    like = List.copyOf(like);
    unlike = List.copyOf(unlike);
    context = Map.copyOf(context);
    require(from >= 0, "from must be at least 0, was " + from);
    require(size >= 0, "size must be at least 0, was " + size);
    require(diversity >= 0 && diversity <= 1, "diversity must be in 0..1, was " + diversity);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** For this user. */
  public static Request user(String userId) {
    return new RequestDraft(EMPTY).user(userId).done();
  }

  /** For whoever typed this text. */
  public static Request search(String text) {
    return new RequestDraft(EMPTY).text(text).done();
  }

  /** More like these items. */
  public static Request like(String... itemIds) {
    return new RequestDraft(EMPTY).like(List.of(itemIds)).done();
  }

  /** For a visitor with this history, oldest first. */
  public static Request history(List<Event> session) {
    return new RequestDraft(EMPTY).session(session).done();
  }

  public Request profile(String name) {
    return new RequestDraft(this).profile(name).done();
  }

  public Request text(String typed) {
    return new RequestDraft(this).text(typed).done();
  }

  public Request forUser(String id) {
    return new RequestDraft(this).user(id).done();
  }

  public Request session(List<Event> events) {
    return new RequestDraft(this).session(events).done();
  }

  public Request like(List<String> itemIds) {
    return new RequestDraft(this).like(itemIds).done();
  }

  public Request unlike(String... itemIds) {
    return new RequestDraft(this).unlike(List.of(itemIds)).done();
  }

  public Request context(Map<String, String> features) {
    return new RequestDraft(this).context(features).done();
  }

  /** Adds a condition such as {@code filter("price", "<=", 20)}. */
  public Request filter(String field, String operator, Object value) {
    return filter(filter.and(field, Filter.Operator.of(operator), String.valueOf(value)));
  }

  public Request filter(Filter conditions) {
    return new RequestDraft(this).filter(conditions).done();
  }

  public Request now(Instant instant) {
    return new RequestDraft(this).now(instant).done();
  }

  public Request seed(long value) {
    return new RequestDraft(this).seed(value).done();
  }

  public Request from(int rank) {
    return new RequestDraft(this).from(rank).done();
  }

  public Request size(int count) {
    return new RequestDraft(this).size(count).done();
  }

  /** Lets items of the history appear again. */
  public Request withSeen() {
    return new RequestDraft(this).includeSeen(true).done();
  }

  public Request diversity(double amount) {
    return new RequestDraft(this).diversity(amount).done();
  }

  /** Asks for an explanation of every item. */
  public Request explain() {
    return new RequestDraft(this).explained(true).done();
  }
}
