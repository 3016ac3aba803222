package dev.kindred.opensearch.ask;

import dev.kindred.data.Event;
import dev.kindred.request.Filter;
import dev.kindred.request.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.XContentBuilder;

/**
 * What is asked of Kindred, beside the filter: the body of a {@code kindred} query or rescorer.
 * Immutable.
 *
 * @param profile the ranking; empty chooses by what else is given
 * @param text what was typed; empty for none
 * @param user whose history to load; null for nobody's
 * @param like items to find more like
 * @param unlike items to stay away from
 * @param history items of the running session, oldest first
 * @param context features of the moment
 * @param includeSeen whether items of the history may appear again
 * @param now the clock, in milliseconds since the epoch; null takes the coordinating node's
 * @param seed of everything random
 */
public record Ask(
    String profile,
    String text,
    String user,
    List<String> like,
    List<String> unlike,
    List<String> history,
    Map<String, String> context,
    boolean includeSeen,
    Long now,
    long seed)
    implements Writeable {

  /** Asks for nothing in particular. */
  public static final Ask NOTHING =
      new Ask("", "", null, List.of(), List.of(), List.of(), Map.of(), false, null, 42);

  /** The type of the events that {@code history} stands for. */
  private static final String TYPE = Event.VIEW;

  public Ask {
    like = List.copyOf(like);
    unlike = List.copyOf(unlike);
    history = List.copyOf(history);
    context = Map.copyOf(context);
  }

  public Ask(StreamInput in) throws IOException {
    this(
        in.readString(),
        in.readString(),
        in.readOptionalString(),
        in.readStringList(),
        in.readStringList(),
        in.readStringList(),
        in.readMap(StreamInput::readString, StreamInput::readString),
        in.readBoolean(),
        in.readOptionalLong(),
        in.readLong());
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeString(profile);
    out.writeString(text);
    out.writeOptionalString(user);
    out.writeStringCollection(like);
    out.writeStringCollection(unlike);
    out.writeStringCollection(history);
    out.writeMap(context, StreamOutput::writeString, StreamOutput::writeString);
    out.writeBoolean(includeSeen);
    out.writeOptionalLong(now);
    out.writeLong(seed);
  }

  /** The keys that {@link AskParser} reads, those at their defaults left out. */
  public void toXContent(XContentBuilder json) throws IOException {
    text(json, "profile", profile);
    text(json, "text", text);
    text(json, "user", user);
    list(json, "like", like);
    list(json, "unlike", unlike);
    list(json, "history", history);
    if (!context.isEmpty()) {
      json.field("context", new TreeMap<>(context));
    }
    if (includeSeen) {
      json.field("include_seen", true);
    }
    if (now != null) {
      json.field("now", now.longValue());
    }
    if (seed != NOTHING.seed) {
      json.field("seed", seed);
    }
  }

  private static void text(XContentBuilder json, String key, String value) throws IOException {
    if (value != null && !value.isEmpty()) {
      json.field(key, value);
    }
  }

  private static void list(XContentBuilder json, String key, List<String> values)
      throws IOException {
    if (!values.isEmpty()) {
      json.field(key, values);
    }
  }

  /**
   * The request as the library knows it; its filter is the engine's to apply.
   *
   * @param clock in milliseconds since the epoch, for a request that names no time
   */
  public Request request(long clock) {
    Instant time = Instant.ofEpochMilli(now == null ? clock : now);
    List<Event> session = new ArrayList<>();
    history.forEach(item -> session.add(new Event(user == null ? "" : user, item, TYPE, 1, time)));
    Request request = user == null ? Request.EMPTY : Request.user(user);
    request =
        request
            .profile(profile)
            .text(text)
            .session(session)
            .like(like)
            .unlike(unlike.toArray(String[]::new))
            .context(context)
            .filter(Filter.NONE)
            .now(time)
            .seed(seed)
            .size(0);
    return includeSeen ? request.withSeen() : request;
  }
}
