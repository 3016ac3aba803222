package dev.kindred;

import dev.kindred.arrange.bandit.PosteriorStore;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.data.bandit.Reward;
import dev.kindred.impressions.Impression;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.impressions.RewardLog;
import dev.kindred.impressions.RewardLog.Told;
import dev.kindred.index.log.GroupCommit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How feedback reaches bandits: by the page that was noted, through a log on the disk, into what
 * they have learned. Callers that come at the same time share one write. Thread-safe.
 */
final class Rewards {
  private final Profiles profiles;
  private final PosteriorStore posteriors;
  private final Optional<ImpressionLog> impressions;
  private final Optional<RewardLog> log;
  private final GroupCommit<Call> calls = new GroupCommit<>(this::commit);

  /** What one caller tells, and how it went. */
  private static final class Call {
    private final List<Told> told;
    private List<Told> fresh = List.of();
    private Exception failure;

    Call(List<Told> told) {
      this.told = told;
    }
  }

  Rewards(Profiles profiles, PosteriorStore posteriors, Live live) {
    this.profiles = profiles;
    this.posteriors = posteriors;
    this.impressions = live.impressions();
    this.log = live.rewards();
  }

  /** Where pages are noted. */
  ImpressionLog impressions() {
    return impressions.orElseThrow(
        () ->
            new IllegalStateException(
                "answers are noted in an index folder; this recommender was given its items"));
  }

  /** Learns what the log has and was not learned before, by this process or another one. */
  void follow() throws IOException {
    if (log.isPresent()) {
      log.get().follow((told, position) -> posteriors.replay(batches(told), position));
    }
  }

  /**
   * Tells the bandits of the pages' profiles.
   *
   * @param now when it is told
   */
  Reward.Receipt tell(List<Reward> rewards, Instant now) throws IOException {
    Map<String, Optional<Impression>> pages = new HashMap<>();
    List<Told> told = new ArrayList<>();
    List<Reward> unknown = new ArrayList<>();
    for (Reward reward : rewards) {
      if (!pages.containsKey(reward.requestId())) {
        pages.put(reward.requestId(), impressions().find(reward.requestId()));
      }
      Optional<Told> one = pages.get(reward.requestId()).flatMap(page -> told(reward, page));
      one.ifPresentOrElse(told::add, () -> unknown.add(reward));
    }
    List<Told> fresh = submit(told);
    for (Told one : fresh) {
      Impression page = pages.get(one.requestId()).orElseThrow();
      impressions()
          .rewarded(
              page.requestId(),
              page.userId(),
              one.feedback().itemId(),
              one.feedback().reward(),
              now);
    }
    return new Reward.Receipt(fresh.size(), told.size() - fresh.size(), unknown);
  }

  private static Optional<Told> told(Reward reward, Impression page) {
    return page.feedback(reward.itemId(), reward.value())
        .map(feedback -> new Told(page.requestId(), page.profile(), feedback));
  }

  /** Tells the bandits of a profile what its teller knows to be new. */
  void tell(String profile, List<Feedback> batch) throws IOException {
    submit(batch.stream().map(feedback -> new Told("", profile, feedback)).toList());
  }

  /** Returns those that were not told before. */
  private List<Told> submit(List<Told> told) throws IOException {
    for (Told one : told) {
      bandits(one.profile()).forEach(posteriors::require);
    }
    if (told.isEmpty()) {
      return told;
    }
    Call call = new Call(told);
    calls.submit(call);
    if (call.failure != null) {
      throw new IOException("rewards could not be taken: " + call.failure, call.failure);
    }
    return call.fresh;
  }

  /** A failure is that of these calls; the next ones are tried again. */
  private void commit(List<Call> group) {
    List<Told> all = group.stream().flatMap(call -> call.told.stream()).toList();
    try {
      Set<Told> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
      fresh.addAll(write(all));
      group.forEach(call -> call.fresh = call.told.stream().filter(fresh::contains).toList());
    } catch (IOException | RuntimeException e) {
      group.forEach(call -> call.failure = e);
    }
  }

  private List<Told> write(List<Told> all) throws IOException {
    if (log.isEmpty()) {
      posteriors.learn(batches(all), posteriors.position());
      return all;
    }
    return log.get().append(all, (told, position) -> posteriors.learn(batches(told), position));
  }

  /** By bandit; those of profiles that are gone, or that learned from other features, are out. */
  private Map<Bandit, List<Feedback>> batches(List<Told> rewards) {
    Map<Bandit, List<Feedback>> batches = new LinkedHashMap<>();
    for (Told one : rewards) {
      for (Bandit bandit : bandits(one.profile())) {
        if (posteriors.accepts(bandit)) {
          batches.computeIfAbsent(bandit, any -> new ArrayList<>()).add(one.feedback());
        }
      }
    }
    return batches;
  }

  private List<Bandit> bandits(String profile) {
    Profile known = profiles.byName().get(profile);
    return known == null ? List.of() : known.bandits();
  }
}
