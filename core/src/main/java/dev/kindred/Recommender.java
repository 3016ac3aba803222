package dev.kindred;

import dev.kindred.arrange.bandit.PosteriorStore;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.data.bandit.Reward;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.index.ItemState;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.model.RatingModel;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * Answers requests from one index: what an application embeds. Thread-safe; open one and share it.
 *
 * <pre>{@code
 * try (Recommender shop = Recommender.open(Path.of("index"))) {
 *   Recommendations page = shop.recommend(Request.user("u42").text("gothic").size(10));
 * }
 * }</pre>
 */
public final class Recommender implements Closeable {
  private final SearcherManager searchers;
  private final List<Closeable> owned;
  private final UserStore users;
  private final Schema schema;
  private final Map<String, Model> models;
  private final Profiles profiles;
  private final Resolver resolver;
  private final InstantSource clock;
  private final PosteriorStore posteriors;
  private final Rewards rewards;
  private final Optional<Upkeep> upkeep;

  private Recommender(
      SearcherManager searchers,
      Parts parts,
      InstantSource clock,
      List<? extends Closeable> owned,
      Live live) {
    this.searchers = searchers;
    this.upkeep = live.items().map(one -> new Upkeep(one, searchers));
    this.owned = List.copyOf(owned);
    this.users = parts.users;
    this.schema = parts.schema;
    this.models = parts.models;
    this.profiles = parts.profiles;
    this.resolver = new Resolver(schema, models, profiles.weights());
    this.clock = clock;
    this.posteriors = parts.posteriors;
    this.rewards = new Rewards(profiles, posteriors, live);
  }

  /**
   * What a recommender is made of, for applications that keep these elsewhere than in an index
   * folder.
   *
   * @param schema what the fields of items mean
   * @param models by the name that profiles use
   * @param profiles the rankings
   * @param users who did what; closed with the recommender
   * @param posteriors what bandits have learned; closed with the recommender
   */
  public record Parts(
      Schema schema,
      Map<String, Model> models,
      Profiles profiles,
      UserStore users,
      PosteriorStore posteriors) {
    public Parts {
      models = Map.copyOf(models);
    }

    /** Bandits start anew and forget everything when closed. */
    public Parts(Schema schema, Map<String, Model> models, Profiles profiles, UserStore users) {
      this(schema, models, profiles, users, PosteriorStore.inMemory());
    }
  }

  /**
   * Opens the current generation of an index folder.
   *
   * @throws IllegalStateException when the folder holds no index, or when its items were not
   *     written with its models; says how to mend it
   */
  public static Recommender open(Path index) throws IOException {
    return open(index, InstantSource.system());
  }

  /** The same with a clock other than the system's. */
  public static Recommender open(Path index, InstantSource clock) throws IOException {
    return new Opening().current(index, clock);
  }

  /** Opens a generation's folder itself, published or not: for builders that try it first. */
  public static Recommender openGeneration(Path folder, InstantSource clock) throws IOException {
    return new Opening().generation(folder, clock);
  }

  /**
   * Serves from items in a directory and the given parts.
   *
   * @param items closed with the recommender
   * @param executor searches segments side by side; null for the caller's thread
   */
  public static Recommender of(
      Directory items, Parts parts, InstantSource clock, ExecutorService executor)
      throws IOException {
    return of(
        items, parts, clock, executor, List.of(parts.posteriors, parts.users, items), Live.NONE);
  }

  /**
   * @param live what happens beside the generation
   */
  static Recommender of(
      Directory items,
      Parts parts,
      InstantSource clock,
      ExecutorService executor,
      List<? extends Closeable> owned,
      Live live)
      throws IOException {
    SearcherManager searchers =
        new SearcherManager(
            items,
            new SearcherFactory() {
              private LuceneCatalogue last;

              @Override
              public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                last = last == null ? new LuceneCatalogue(reader) : last.next(reader);
                return new ItemSearcher(reader, executor, last);
              }
            });
    Recommender recommender = new Recommender(searchers, parts, clock, owned, live);
    recommender.rewards.follow();
    return recommender;
  }

  /** Answers the request with a page of ranked items. */
  public Recommendations recommend(Request asked) throws IOException {
    return answer(asked, false).page();
  }

  /** The same, with everything that was in the running, for counting facets: one pass for both. */
  public Survey survey(Request asked) throws IOException {
    return answer(asked, true);
  }

  private Survey answer(Request asked, boolean whole) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Profile profile = profiles.of(asked);
      ResolvedRequest request = resolve(asked, profile, searcher);
      Ranking ranking = new Ranking(profile, request, searcher, whole);
      List<Scored> page = rated(ranking.page(), request, profile, searcher);
      return new Survey(
          new Recommendations(page, ranking.candidates(), versions(), ranking.rivals()),
          whole ? ranking.all() : List.of());
    } finally {
      searchers.release(searcher);
    }
  }

  /** The page with the stars that its user is expected to give, where a model predicts them. */
  private List<Scored> rated(
      List<Scored> page, ResolvedRequest request, Profile profile, IndexSearcher searcher)
      throws IOException {
    Optional<RatingModel> model = Raters.of(profile, models);
    if (model.isEmpty() || page.isEmpty()) {
      return page;
    }
    RatingModel.Expected expected = expected(model.get(), request, searcher);
    return page.stream().map(item -> item.rated(expected.stars(item.itemId()))).toList();
  }

  /**
   * Predicts what the request's user would give, by the model of the profile that predicts ratings;
   * the one of most weight when there are several. Items may be any, also seen or unknown ones.
   *
   * @throws IllegalArgumentException when no model of the profile predicts ratings
   */
  public Map<String, Double> rate(Request asked, Collection<String> itemIds) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Profile profile = profiles.of(asked);
      RatingModel model = Raters.require(profile, models);
      RatingModel.Expected expected = expected(model, resolve(asked, profile, searcher), searcher);
      Map<String, Double> stars = new LinkedHashMap<>();
      itemIds.forEach(item -> stars.put(item, expected.stars(item)));
      return stars;
    } finally {
      searchers.release(searcher);
    }
  }

  private RatingModel.Expected expected(
      RatingModel model, ResolvedRequest request, IndexSearcher searcher) throws IOException {
    var catalogue = new LuceneCatalogue(searcher.getIndexReader());
    return model.expected(request.user(), resolver.situation(request.request(), catalogue));
  }

  /**
   * The ids of the page that {@link #recommend} answers with, without what is shown beside them:
   * for evaluation and for applications that know their items.
   */
  public List<String> rank(Request asked) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Profile profile = profiles.of(asked);
      return new Ranking(profile, resolve(asked, profile, searcher), searcher, false).ids();
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Says why the item is, or is not, among the answers to the request, whatever its page.
   *
   * @param itemId any id, also of an item that is filtered, seen or unknown
   */
  public Why explain(Request asked, String itemId) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Profile profile = profiles.of(asked);
      ResolvedRequest request = resolve(asked, profile, searcher);
      return new Inquiry(profile, request, searcher).about(itemId);
    } finally {
      searchers.release(searcher);
    }
  }

  private ResolvedRequest resolve(Request asked, Profile profile, IndexSearcher searcher)
      throws IOException {
    Request request = asked.now() == null ? asked.now(clock.instant()) : asked;
    UserState stored =
        request.userId() == null
            ? UserState.UNKNOWN
            : users.find(request.userId()).orElse(UserState.UNKNOWN);
    return resolver
        .resolve(request, stored, profile, ((ItemSearcher) searcher).catalogue())
        .with(learned(profile));
  }

  private Map<String, Posteriors> learned(Profile profile) {
    Map<String, Posteriors> learned = new HashMap<>();
    for (Bandit bandit : profile.bandits()) {
      learned.put(bandit.name(), posteriors.find(bandit.name()));
    }
    return learned;
  }

  /**
   * Answers the request and notes the page under that id, so that {@linkplain #reward rewards} and
   * events can refer to it.
   *
   * @param requestId any that no other answer has, such as a random UUID
   * @throws IllegalStateException when the items are not in an index folder
   */
  public Recommendations recommend(Request asked, String requestId) throws IOException {
    Objects.requireNonNull(requestId, "requestId");
    ImpressionLog impressions = impressions();
    Request request = asked.now() == null ? asked.now(clock.instant()) : asked;
    Recommendations page = recommend(request);
    impressions.shown(requestId, request.profile(profiles.of(request).name()), page);
    return page;
  }

  /** The same as {@link #reward(List)} for one item. */
  public Reward.Receipt reward(String requestId, String itemId, double value) throws IOException {
    return reward(List.of(new Reward(requestId, itemId, value)));
  }

  /**
   * Tells the bandits what came of showing items, late, in batches and in any order: of answers
   * that {@link #recommend(Request, String)} or the impression log has noted. When this returns the
   * rewards are on the disk, and requests see all of them. An item of an answer is rewarded once,
   * however often it is told; so a batch whose fate is not known may be sent again.
   *
   * @throws IllegalStateException when the items are not in an index folder, or a bandit has
   *     learned on other features than its arranger names
   * @throws IOException when they could not be written, saying why; they may be sent again
   */
  public Reward.Receipt reward(List<Reward> batch) throws IOException {
    return rewards.tell(batch, clock.instant());
  }

  /**
   * Tells a profile's bandits what came of showing items, for those who note their pages elsewhere:
   * each reward counts, and the caller sees to it that none is told twice. Requests see all of a
   * batch or nothing.
   */
  public void reward(String profile, List<Feedback> batch) throws IOException {
    rewards.tell(profiles.of(Request.EMPTY.profile(profile)).name(), batch);
  }

  /**
   * Where pages and what followed them are noted.
   *
   * @throws IllegalStateException when the items are not in an index folder
   */
  public ImpressionLog impressions() {
    return rewards.impressions();
  }

  /** What bandits have learned. */
  public PosteriorStore posteriors() {
    return posteriors;
  }

  /**
   * Takes in what users did. When this returns the events are on the disk, and every later request
   * of theirs knows them. The demand for their items, which counts for everybody, follows within
   * about a second; {@link #refresh} does not wait.
   *
   * @throws IllegalArgumentException when an id or a type is not fit to be stored; nothing is then
   */
  public UserStore.Receipt receive(List<UserStore.Arrival> events) throws IOException {
    UserStore.Receipt receipt = users.receive(events);
    upkeep.ifPresent(Upkeep::wake);
    return receipt;
  }

  /**
   * Sets numbers of items, such as price and stock: filters, signals and answers know them from now
   * on, also after a restart and a rebuild. See {@link ItemState#set}.
   *
   * @param values by item and field; NaN takes a number away
   * @return the ids that the index does not have
   * @throws IllegalStateException when the items are not in an index folder
   */
  public Set<String> set(Map<String, Map<String, Double>> values) throws IOException {
    Upkeep items =
        upkeep.orElseThrow(
            () ->
                new IllegalStateException(
                    "numbers are set in an index folder; this recommender was given its items"));
    Set<String> unknown = items.state().set(values);
    searchers.maybeRefreshBlocking();
    return unknown;
  }

  /** {@code name@version} by model name. */
  public Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    models.forEach((name, model) -> versions.put(name, model.manifest().id()));
    return versions;
  }

  public Profiles profiles() {
    return profiles;
  }

  public Schema schema() {
    return schema;
  }

  /** The trained models by name. */
  public Map<String, Model> models() {
    return models;
  }

  /** Where the histories of users come from. */
  public UserStore users() {
    return users;
  }

  /** How many items can be recommended. */
  public int size() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Makes visible what became of items since the last refresh: written or deleted, in demand by
   * events, or with other numbers; also rewards that another process took in. Returns whether items
   * did.
   */
  public boolean refresh() throws IOException {
    IndexReader before = reader();
    rewards.follow();
    if (upkeep.isPresent()) {
      upkeep.get().now();
    } else {
      searchers.maybeRefreshBlocking();
    }
    return reader() != before;
  }

  private IndexReader reader() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.getIndexReader();
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    List<Closeable> all = new ArrayList<>();
    upkeep.ifPresent(all::add);
    all.add(searchers);
    all.addAll(owned);
    IOUtils.close(all);
  }
}
