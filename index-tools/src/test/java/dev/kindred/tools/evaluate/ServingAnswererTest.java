package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.data.Dataset;
import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.tools.evaluate.metric.CatalogueStats;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class ServingAnswererTest {
  private static final String PROFILE =
      """
      {"profiles": {"home": {"window": 60, "retrievers": [{"all": {}}], "signals": [
        {"signal": {"popularity": {"field": "model.popularity"}}, "weight": 1}]}}}
      """;

  @Test
  void aConstantScoreHitsAsOftenAsChanceAndAsTheScoringAnswererSays() throws IOException {
    Task task = Tasks.random(1000, 60, 5);
    try (Recommender recommender = recommender(task, List.of())) {
      Answerer serving = new ServingAnswerer(recommender, "home", task);
      Answerer constant = Answerer.scoring(task, (query, item) -> 0);
      for (Query query : task.queries().subList(0, 50)) {
        assertThat(serving.rank(query, 20)).isEqualTo(constant.rank(query, 20));
      }
      Evaluator evaluator = new Evaluator(Metrics.parse("hr@10")).threads(2);
      Result result = evaluator.evaluate("serving", task, serving);
      assertThat(result.metrics().get("hr@10").value()).isCloseTo(10 / 50.0, within(0.04));
    }
  }

  @Test
  void ranksByTheModel() throws IOException {
    Task task = Tasks.random(40, 60, 5);
    CatalogueStats stats = CatalogueStats.of(task.train());
    try (Recommender recommender = recommender(task, List.of(popularity(task)))) {
      Answerer serving = new ServingAnswerer(recommender, "home", task);
      Answerer direct = Answerer.scoring(task, (query, item) -> stats.popularity(item));
      for (Query query : task.queries()) {
        assertThat(serving.rank(query, 20)).isEqualTo(direct.rank(query, 20));
      }
    }
  }

  @Test
  void trap5KeepsSeenItemsWhenTheTaskDoes() throws IOException {
    Task task = Tasks.small(Seen.KEPT);
    try (Recommender recommender = recommender(task, List.of())) {
      Answerer kept = new ServingAnswerer(recommender, "home", task);
      assertThat(kept.rank(task.queries().getFirst(), 10)).contains("a");
      Answerer filtered = new ServingAnswerer(recommender, "home", Tasks.small());
      assertThat(filtered.rank(task.queries().getFirst(), 10)).doesNotContain("a").hasSize(3);
    }
  }

  @Test
  void ranksGivenCandidatesWhetherSeenOrNot() throws IOException {
    Task task = Tasks.sampled(Map.of("u", List.of("a", "d")));
    try (Recommender recommender = recommender(task, List.of())) {
      Answerer serving = new ServingAnswerer(recommender, "home", task);
      assertThat(serving.rank(task.queries().getFirst(), 10))
          .containsExactlyInAnyOrder("a", "b", "d");
    }
  }

  @Test
  void whatIsStoredOfTheUserIsNotLookedAt() throws IOException {
    Task task = Tasks.small();
    try (Recommender recommender = recommender(task, List.of())) {
      Query query = task.queries().getFirst();
      recommender
          .users()
          .append(List.of(new Event(query.userId(), "b", Event.VIEW, 1, Instant.EPOCH)));
      assertThat(new ServingAnswerer(recommender, "home", task).rank(query, 10)).contains("b");
    }
  }

  @Test
  void aCutOffBeyondTheWindowIsRefused() throws IOException {
    Task task = Tasks.small();
    try (Recommender recommender = recommender(task, List.of())) {
      Answerer serving = new ServingAnswerer(recommender, "home", task);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> serving.rank(task.queries().getFirst(), 100))
          .withMessageContaining("window 60");
    }
  }

  private static Model popularity(Task task) {
    return Trainers.create("popularity")
        .train(
            new Dataset(task.train(), List.of()), new Run("popularity", "1", 42, 1, Progress.NONE));
  }

  /** Serves every item of the task, with no field but the id. */
  private static Recommender recommender(Task task, List<Model> models) throws IOException {
    Schema schema = new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);
    List<String> ids = new ArrayList<>(task.train().items().ids());
    Collections.reverse(ids);
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (ItemWriter writer = ItemWriter.create(directory, schema, models)) {
      for (String id : ids) {
        writer.add(new Item(id, Map.of()));
      }
      writer.commit(Map.of());
    }
    Map<String, Model> byName = new HashMap<>();
    models.forEach(model -> byName.put(model.manifest().name(), model));
    JsonNode json = new ObjectMapper().readTree(PROFILE);
    var parts = new Recommender.Parts(schema, byName, Profiles.parse(json), new MemoryUsers());
    return Recommender.of(directory, parts, InstantSource.fixed(Instant.EPOCH), null);
  }

  private static final class MemoryUsers implements UserStore {
    private final Map<String, List<Event>> events = new HashMap<>();

    @Override
    public Optional<UserState> find(String userId) {
      return Optional.ofNullable(events.get(userId))
          .map(history -> new UserState(userId, history, Map.of()));
    }

    @Override
    public SortedSet<String> ids() {
      return new TreeSet<>(events.keySet());
    }

    @Override
    public Receipt receive(List<Arrival> added) {
      added.stream()
          .map(Arrival::event)
          .forEach(e -> events.computeIfAbsent(e.userId(), user -> new ArrayList<>()).add(e));
      return new Receipt(added.size(), 0);
    }

    @Override
    public void describe(String userId, Map<String, String> attributes) {
      throw new UnsupportedOperationException("no attributes here");
    }

    @Override
    public int forget(String userId) {
      List<Event> erased = events.remove(userId);
      return erased == null ? 0 : erased.size();
    }

    @Override
    public void close() {}
  }
}
