package dev.kindred.benchmarks.cluster;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.Resolver;
import dev.kindred.data.UserState;
import dev.kindred.index.Generations;
import dev.kindred.index.Lease;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.model.Encoding;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/** What some of an index's users ask: for them, what is like an item, and a search. */
final class Questions {
  private static final int USERS = 40;
  private static final int SIZE = 10;

  private final Recommender shop;
  private final Instant now;

  private Questions(Recommender shop, Instant now) {
    this.shop = shop;
    this.now = now;
  }

  /**
   * By kind, of users spread over all.
   *
   * @param index the folder of the recommender
   */
  static Map<String, List<Question>> of(Path index, Recommender shop, Instant now)
      throws IOException {
    Questions questions = new Questions(shop, now);
    Map<String, List<Question>> kinds = new LinkedHashMap<>();
    try (Generations generations = Generations.at(index);
        Lease lease = generations.lease();
        FSDirectory items = FSDirectory.open(lease.path().resolve(Generations.ITEMS));
        DirectoryReader reader = DirectoryReader.open(items)) {
      LuceneCatalogue catalogue = new LuceneCatalogue(reader);
      for (String user : questions.users()) {
        for (Map.Entry<String, Request> kind : questions.kinds(user).entrySet()) {
          kinds
              .computeIfAbsent(kind.getKey(), name -> new ArrayList<>())
              .add(questions.question(kind.getValue(), catalogue));
        }
      }
    }
    return kinds;
  }

  private List<String> users() throws IOException {
    List<String> all = shop.users().ids().stream().sorted().toList();
    int count = Math.min(USERS, all.size());
    List<String> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all.get((int) ((long) i * all.size() / count)));
    }
    return some;
  }

  private Map<String, Request> kinds(String user) throws IOException {
    Request asked = Request.user(user).now(now).size(SIZE);
    Map<String, Request> kinds = new LinkedHashMap<>();
    kinds.put("for you", asked.profile(Profiles.HOME));
    List<Scored> best = shop.recommend(asked).items();
    if (!best.isEmpty()) {
      Scored first = best.getFirst();
      kinds.put("more like this", asked.profile(Profiles.SIMILAR).like(List.of(first.itemId())));
      Object title = first.fields().get(shop.schema().text().getFirst());
      if (title != null) {
        kinds.put("search", asked.profile(Profiles.SEARCH).text(title.toString()));
      }
    }
    return kinds;
  }

  private Question question(Request request, LuceneCatalogue catalogue) throws IOException {
    Profile profile = shop.profiles().of(request);
    UserState user = shop.users().find(request.userId()).orElse(UserState.UNKNOWN);
    Collection<Encoding> encodings =
        new Resolver(shop.schema(), shop.models(), shop.profiles().weights())
            .resolve(request, user, profile, catalogue)
            .encodings()
            .values();
    return Question.of(request, shop.schema().text(), encodings);
  }
}
