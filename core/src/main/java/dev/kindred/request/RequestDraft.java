package dev.kindred.request;

import dev.kindred.data.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A request under construction, so that {@link Request} can change one component at a time. */
final class RequestDraft {
  private String profile;
  private String text;
  private String userId;
  private List<Event> session;
  private List<String> like;
  private List<String> unlike;
  private Map<String, String> context;
  private Filter filter;
  private Instant now;
  private long seed;
  private int from;
  private int size;
  private boolean includeSeen;
  private double diversity;
  private boolean explained;

  RequestDraft(Request request) {
    profile = request.profile();
    text = request.text();
    userId = request.userId();
    session = request.session();
    like = request.like();
    unlike = request.unlike();
    context = request.context();
    filter = request.filter();
    now = request.now();
    seed = request.seed();
    from = request.from();
    size = request.size();
    includeSeen = request.includeSeen();
    diversity = request.diversity();
    explained = request.explained();
  }

  Request done() {
    return new Request(
        profile,
        text,
        userId,
        session,
        like,
        unlike,
        context,
        filter,
        now,
        seed,
        from,
        size,
        includeSeen,
        diversity,
        explained);
  }

  RequestDraft profile(String value) {
    profile = value;
    return this;
  }

  RequestDraft text(String value) {
    text = value;
    return this;
  }

  RequestDraft user(String value) {
    userId = value;
    return this;
  }

  RequestDraft session(List<Event> value) {
    session = value;
    return this;
  }

  RequestDraft like(List<String> value) {
    like = value;
    return this;
  }

  RequestDraft unlike(List<String> value) {
    unlike = value;
    return this;
  }

  RequestDraft context(Map<String, String> value) {
    context = value;
    return this;
  }

  RequestDraft filter(Filter value) {
    filter = value;
    return this;
  }

  RequestDraft now(Instant value) {
    now = value;
    return this;
  }

  RequestDraft seed(long value) {
    seed = value;
    return this;
  }

  RequestDraft from(int value) {
    from = value;
    return this;
  }

  RequestDraft size(int value) {
    size = value;
    return this;
  }

  RequestDraft includeSeen(boolean value) {
    includeSeen = value;
    return this;
  }

  RequestDraft diversity(double value) {
    diversity = value;
    return this;
  }

  RequestDraft explained(boolean value) {
    explained = value;
    return this;
  }
}
