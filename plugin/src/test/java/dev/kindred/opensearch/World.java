package dev.kindred.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemReader;
import dev.kindred.model.Model;
import dev.kindred.opensearch.model.ModelAdmin;
import dev.kindred.opensearch.model.StoredModel;
import dev.kindred.opensearch.model.StoredModel.StoredFile;
import dev.kindred.opensearch.user.EventAppender;
import dev.kindred.opensearch.user.NewEvent;
import dev.kindred.tools.build.ProfileChange;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import dev.kindred.tools.push.ClusterMapping;
import dev.kindred.tools.push.ItemDocument;
import dev.kindred.tools.read.Inputs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.opensearch.action.admin.indices.create.CreateIndexRequest;
import org.opensearch.action.bulk.BulkRequest;
import org.opensearch.action.bulk.BulkResponse;
import org.opensearch.action.index.IndexRequest;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.action.support.WriteRequest.RefreshPolicy;
import org.opensearch.common.hash.MessageDigests;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.xcontent.MediaTypeRegistry;
import org.opensearch.transport.client.Client;

/** A simulated world, built once into an embedded index, and carried onto a cluster. */
final class World {
  private static final int CHUNK = 100_000;
  private static final int WIDE = 5000;
  private static final String MODELS = "popularity,trend,content,preference,itemknn,ease,als";

  /** A ranking whose arranger asks a model about the user. */
  private static final String CONFIG =
      """
      profiles:
        calibrated:
          retrievers: [ { model: { model: ease } } ]
          signals: [ { name: ease, signal: { model: { model: ease } } } ]
          arrangers:
            - calibrated: { model: preference.category, field: category, strength: 0.9 }
      """;

  private final Path index;
  private final Path events;

  private World(Path index, Path events) {
    this.index = index;
    this.events = events;
  }

  /** Simulates readers, and builds an index with all that needs to be compared. */
  static World build(Path folder) throws IOException {
    return build(folder, MODELS + ",neumf", "als.factors=16", "neumf.epochs=2");
  }

  /** With the models whose fields lie below others, too. */
  static World large(Path folder) throws IOException {
    return build(
        folder,
        MODELS + ",neumf,gfcf,widedeep",
        "als.factors=16",
        "neumf.epochs=2",
        "widedeep.epochs=2");
  }

  /** The same world with other models, parameters given as such as {@code als.factors=16}. */
  static World build(Path folder, String models, String... parameters) throws IOException {
    Path data = folder.resolve("data");
    run("simulate", "--items", "300", "--users", "150", "--events", "6000", "--out", data);
    Path index = folder.resolve("index");
    Path config = Files.writeString(folder.resolve("kindred.yaml"), CONFIG);
    List<Object> build = new ArrayList<>(List.of("build", "--data", data, "--config", config));
    build.addAll(List.of("--out", index, "--models", models));
    for (String parameter : parameters) {
      build.addAll(List.of("--param", parameter));
    }
    run(build.toArray());
    return new World(index, data.resolve("events.csv"));
  }

  /** The bookshop's books, with readers who go along its shelves. */
  static World bookshop(Path folder) throws IOException {
    Path books = Path.of("../examples/src/main/resources/bookshop/books.jsonl");
    List<String> ids = Files.readAllLines(books).stream().map(World::id).toList();
    List<String> events = new ArrayList<>(List.of("user,item,type,value,timestamp"));
    for (int reader = 0; reader < 60; reader++) {
      for (int i = 0; i < 12; i++) {
        String book = ids.get((reader * 7 + i * (1 + reader % 3)) % ids.size());
        long time = 1_770_000_000L + reader * 977L + i * 86_400L;
        events.add("reader" + reader + "," + book + ",view,1," + time);
      }
    }
    Files.createDirectories(folder);
    Path log = Files.write(folder.resolve("events.csv"), events);
    Path index = folder.resolve("index");
    run("build", "--items", books, "--events", log, "--out", index, "--models", MODELS);
    return new World(index, log);
  }

  private static String id(String book) {
    try {
      return new ObjectMapper().readTree(book).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** MovieLens 100K. */
  static World movieLens(Path data, Path folder) {
    Path index = folder.resolve("index");
    run("build", "--movielens", data, "--out", index, "--models", MODELS);
    return new World(index, data.resolve("u.data"));
  }

  /** Makes every window hold the whole catalogue, so that nothing depends on a shard's. */
  void widen() throws IOException {
    Profiles profiles;
    try (Recommender shop = embedded()) {
      profiles = shop.profiles();
    }
    Map<String, Profile> wide = new TreeMap<>();
    profiles
        .byName()
        .forEach((name, profile) -> wide.put(name, profile.among(profile.retrievers(), WIDE)));
    ProfileChange.publish(index, new Profiles(wide, profiles.weights()), Parity.NOW);
  }

  private static void run(Object... arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    words.add("--quiet");
    words.add("--json");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console system = Console.system();
    Console silent = new Console(nowhere, system.err(), false, system.clock(), Map.of());
    int code = Kindred.run(silent, List.of(), words.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("exit code " + code + " of " + words);
    }
  }

  /** The embedded engine. Its windows hold every item, so that nothing depends on a shard's. */
  Recommender embedded() throws IOException {
    return Recommender.open(index);
  }

  /** The index folder. */
  Path index() {
    return index;
  }

  /** What the readers did. */
  void events(Consumer<Event> sink) {
    Inputs.STRICT
        .events(events)
        .read(
            (user, item, type, value, time) ->
                sink.accept(new Event(user, item, type, value, Instant.ofEpochMilli(time))));
  }

  /** Everything but the users, into an index of so many shards. */
  void push(Client client, String name, int shards, String users) throws IOException {
    push(client, name, shards, 1, users, Settings.EMPTY);
  }

  /**
   * @param more settings of the index
   */
  void push(Client client, String name, int shards, int replicas, String users, Settings more)
      throws IOException {
    try (Recommender shop = embedded()) {
      ObjectNode body =
          new ClusterMapping(shop.schema(), shop.profiles(), shop.models().values())
              .body(shards, replicas, users);
      more.keySet().forEach(key -> body.withObjectProperty("settings").put(key, more.get(key)));
      create(client, name, body);
      send(client, name, shop);
    }
  }

  /** As if only these models had been there when the index was made, and the others came later. */
  void pushEarly(Client client, String name, Set<String> early, String users) throws IOException {
    try (Recommender shop = embedded()) {
      Map<String, Model> few = new TreeMap<>(shop.models());
      few.keySet().retainAll(early);
      ObjectNode body =
          new ClusterMapping(shop.schema(), shop.profiles(), few.values()).body(1, 0, users);
      JsonNode meta =
          new ClusterMapping(shop.schema(), shop.profiles(), shop.models().values())
              .body(1, 0, users)
              .at("/mappings/_meta");
      create(client, name, body);
      send(client, name, shop);
      ObjectNode facts = JsonNodeFactory.instance.objectNode();
      facts.set("_meta", meta);
      client
          .admin()
          .indices()
          .preparePutMapping(name)
          .setSource(facts.toString(), XContentType.JSON)
          .get();
    }
  }

  private static void create(Client client, String name, ObjectNode body) {
    JsonNode mappings = body.get("mappings");
    body.putObject("mappings").set("_doc", mappings);
    client
        .admin()
        .indices()
        .create(new CreateIndexRequest(name).source(body.toString(), MediaTypeRegistry.JSON))
        .actionGet();
  }

  private void send(Client client, String name, Recommender shop) throws IOException {
    BulkRequest bulk = new BulkRequest().setRefreshPolicy(RefreshPolicy.IMMEDIATE);
    ItemDocument documents = new ItemDocument(shop.schema(), shop.models().values());
    Path items = Generations.at(index).current().resolve(Generations.ITEMS);
    try (FSDirectory directory = FSDirectory.open(items);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      ItemReader read = new ItemReader(reader);
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        Item item = read.item(doc);
        String source = documents.of(item).toString();
        bulk.add(new IndexRequest(name).id(item.id()).source(source, XContentType.JSON));
      }
    }
    BulkResponse written = client.bulk(bulk).actionGet();
    if (written.hasFailures()) {
      throw new AssertionError(written.buildFailureMessage());
    }
  }

  void pushModels(Client client) throws IOException {
    ModelAdmin admin = new ModelAdmin(client, version -> false, index -> false);
    Path models = Generations.at(index).current().resolve(Generations.MODELS);
    try (Recommender shop = embedded();
        Stream<Path> folders = Files.list(models)) {
      for (Path folder : folders.toList()) {
        String name = folder.getFileName().toString();
        put(admin, name, shop.models().get(name).manifest().id(), folder);
      }
    }
  }

  private static void put(ModelAdmin admin, String name, String version, Path folder)
      throws IOException {
    List<StoredFile> stored = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        int chunks = Math.max(1, (bytes.length + CHUNK - 1) / CHUNK);
        String title = file.getFileName().toString();
        for (int chunk = 0; chunk < chunks; chunk++) {
          int to = Math.min(bytes.length, (chunk + 1) * CHUNK);
          byte[] part = Arrays.copyOfRange(bytes, chunk * CHUNK, to);
          admin.put(version, title, chunk, Base64.getEncoder().encodeToString(part));
        }
        String hash = HexFormat.of().formatHex(MessageDigests.sha256().digest(bytes));
        stored.add(new StoredFile(title, chunks, bytes.length, hash));
      }
    }
    admin.complete(new StoredModel(name, version, stored));
  }

  /** The readers' events, as an application would send them. */
  void pushUsers(Client client, String users) {
    List<NewEvent> all = new ArrayList<>();
    events(event -> all.add(new NewEvent(null, event)));
    PlainActionFuture<Integer> done = PlainActionFuture.newFuture();
    new EventAppender(client, users).append(all, done);
    if (done.actionGet() != all.size()) {
      throw new AssertionError("not all events were acknowledged");
    }
  }
}
