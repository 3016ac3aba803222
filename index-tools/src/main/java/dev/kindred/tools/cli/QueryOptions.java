package dev.kindred.tools.cli;

import dev.kindred.Resolver;
import dev.kindred.data.Event;
import dev.kindred.request.Filter.Condition;
import dev.kindred.request.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that asks the index something. */
final class QueryOptions {
  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index folder that 'kindred build' wrote.")
  Path index;

  @Option(
      names = "--user",
      paramLabel = "U",
      description = "The user to answer; their history comes from the index.")
  String user;

  @Option(
      names = "--history",
      split = ",",
      paramLabel = "ID",
      description = "What a visitor looked at just now, oldest first, separated by commas.")
  List<String> history = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "How many items to print. Default: ${DEFAULT-VALUE}.",
      defaultValue = "10")
  private int size;

  @Option(
      names = "--from",
      paramLabel = "N",
      description = "How many of the best items to skip. Default: ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private int from;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "The ranking profile. Default: search with text, similar with liked items, else home.")
  private String profile = "";

  @Option(
      names = "--filter",
      paramLabel = "CONDITION",
      converter = FilterOption.class,
      description = "FIELD=VALUE, FIELD!=VALUE, FIELD>=N or FIELD<=N; repeat it and all must hold.")
  private List<Condition> filters = new ArrayList<>();

  @Option(names = "--include-seen", description = "Let items of the user's history appear again.")
  private boolean includeSeen;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      converter = InstantOption.class,
      description = "The time to answer for, such as 2026-11-23T20:10:00Z. Default: the clock.")
  private Instant now;

  @Option(
      names = "--diversity",
      paramLabel = "0..1",
      description = "0 keeps the ranking, 1 asks for the most varied page. Default: 0.")
  private double diversity;

  @Option(
      names = "--context",
      split = ",",
      paramLabel = "KEY=VALUE",
      description = "Features of the moment, such as device=mobile, separated by commas.")
  private Map<String, String> context = new LinkedHashMap<>();

  /** The request that these options ask for; its clock is set. */
  Request request(Globals globals, Console console) {
    Instant time = now == null ? console.clock().instant() : now;
    Request request =
        Request.EMPTY
            .profile(profile)
            .forUser(user)
            .session(visits(history, time))
            .filter(FilterOption.all(filters))
            .context(context)
            .now(time)
            .seed(globals.seed())
            .from(from)
            .size(size)
            .diversity(diversity);
    return includeSeen ? request.withSeen() : request;
  }

  /** One liked item a second, the last of them now. */
  private static List<Event> visits(List<String> items, Instant now) {
    List<Event> visits = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Instant time = now.minusSeconds(items.size() - 1L - i);
      visits.add(new Event("", items.get(i), Resolver.LIKE, 1, time));
    }
    return visits;
  }
}
