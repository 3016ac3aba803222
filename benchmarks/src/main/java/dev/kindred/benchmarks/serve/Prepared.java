package dev.kindred.benchmarks.serve;

import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.Resolver;
import dev.kindred.data.UserState;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.rank.Part;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.retrieve.Retriever;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Requests of some users, resolved and ready to run on an open index. */
final class Prepared implements Closeable {
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final Recommender recommender;
  private final IndexSearcher searcher;
  private final Profile profile;
  private final List<ResolvedRequest> requests = new ArrayList<>();
  private final List<int[]> candidates = new ArrayList<>();

  private Prepared(Shop shop) throws IOException {
    directory = FSDirectory.open(shop.items());
    reader = DirectoryReader.open(directory);
    recommender = shop.open();
    searcher = new IndexSearcher(reader);
    profile = recommender.profiles().byName().get(Shop.PROFILE);
  }

  static Prepared of(Shop shop) throws IOException {
    Prepared prepared = new Prepared(shop);
    for (String user : shop.users()) {
      prepared.add(user);
    }
    return prepared;
  }

  private void add(String user) throws IOException {
    Resolver resolver =
        new Resolver(recommender.schema(), recommender.models(), recommender.profiles().weights());
    Request request = Request.user(user).profile(profile.name()).now(Shop.NOW);
    UserState state = recommender.users().find(user).orElse(UserState.UNKNOWN);
    ResolvedRequest resolved =
        resolver.resolve(request, state, profile, new LuceneCatalogue(reader));
    Plan plan = profile.plan(resolved);
    requests.add(resolved);
    candidates.add(plan.candidates().collect(searcher));
  }

  int size() {
    return requests.size();
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** The user's plan, which remembers nothing of earlier ones. */
  Plan plan(int user) {
    return profile.plan(afresh(user));
  }

  private ResolvedRequest afresh(int user) {
    ResolvedRequest known = requests.get(user);
    return new ResolvedRequest(
        known.request(), known.user(), known.encodings(), known.text(), known.filter());
  }

  /** The plan with only one of the signals. */
  Plan plan(int user, Part signal) {
    return profile.withSignals(List.of(signal)).plan(afresh(user));
  }

  /** The plan with only one of the retrievers. */
  Plan plan(int user, Retriever retriever) {
    return new Profile(
            profile.name(), List.of(retriever), profile.signals(), profile.window(), List.of())
        .plan(afresh(user));
  }

  List<Retriever> retrievers() {
    return profile.retrievers();
  }

  List<Part> signals() {
    return profile.signals();
  }

  /** The user's candidates, ascending. */
  int[] candidates(int user) {
    return candidates.get(user);
  }

  /** The candidates as hits of a first pass, fresh for whoever writes on them. */
  TopDocs hits(int user) {
    int[] docs = candidates.get(user);
    ScoreDoc[] hits = new ScoreDoc[docs.length];
    for (int i = 0; i < docs.length; i++) {
      hits[i] = new ScoreDoc(docs[i], 1);
    }
    return new TopDocs(new TotalHits(docs.length, TotalHits.Relation.EQUAL_TO), hits);
  }

  /** How many events the user's history has. */
  int history(int user) {
    return requests.get(user).user().history().size();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(recommender, reader, directory);
  }
}
