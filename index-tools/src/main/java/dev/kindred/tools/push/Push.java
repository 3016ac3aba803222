package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profiles;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import dev.kindred.index.Generations;
import dev.kindred.index.LayeredUserStore;
import dev.kindred.index.Lease;
import dev.kindred.index.Schema;
import dev.kindred.internal.artifact.Digests;
import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Carries the current generation of an index folder to a cluster, under an index of its own name,
 * and at the end moves the alias. Until then the alias serves what it did; a push that was killed
 * goes on where it stopped when it is run again. Immutable.
 *
 * @param index the folder
 * @param name the alias that applications search
 * @param shards of the index of items
 * @param replicas of each shard
 */
public record Push(Path index, String name, int shards, int replicas) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
  private static final int LOOKED_UP = 500;
  private static final int STAMP_BYTES = 8;

  public Push {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "--name is '" + name + "', expected lower-case letters, digits, - and _");
    }
    if (shards < 1 || replicas < 0) {
      throw new IllegalArgumentException(
          "shards must be at least 1 and replicas at least 0, were " + shards + " and " + replicas);
    }
  }

  /** Is told how far a step is. */
  @FunctionalInterface
  public interface Listener {
    void at(String step, long done, long total);
  }

  /**
   * What was done.
   *
   * @param index the cluster's index behind the alias
   * @param items how many it holds
   * @param models how many it needs
   * @param users how many users were sent; those the cluster knew are as they were
   */
  public record Report(String index, long items, int models, int users) {}

  /**
   * Pushes.
   *
   * @throws IOException with what the cluster says, or when it cannot be reached
   */
  public Report to(Cluster cluster, Listener listener) throws IOException {
    requirePlugin(cluster);
    requireAlias(cluster);
    try (Generations generations = Generations.at(index);
        Lease lease = generations.lease()) {
      Path folder = lease.path();
      Map<String, Path> folders = models(folder.resolve(Generations.MODELS));
      Map<String, Model> models = new TreeMap<>();
      for (Map.Entry<String, Path> model : folders.entrySet()) {
        models.put(model.getKey(), Models.load(model.getValue()));
      }
      sendModels(cluster, models, folders, listener);
      Schema schema = Schema.read(folder.resolve(Generations.SCHEMA));
      Profiles profiles =
          Profiles.parse(
              new ObjectMapper().readTree(folder.resolve(Generations.PROFILES).toFile()));
      ObjectNode body =
          new ClusterMapping(schema, profiles, models.values()).body(shards, replicas, users());
      String target;
      long items;
      try (GenerationItems all = GenerationItems.open(folder)) {
        target = name + "-" + stamp(body, all);
        create(cluster, users(), ClusterMapping.users(replicas));
        boolean resumed = !create(cluster, target, body);
        ItemDocument documents = new ItemDocument(schema, models.values());
        items = sendItems(cluster, target, all, documents, resumed, listener);
      }
      int readers = sendUsers(cluster, folder, listener);
      cluster.need("POST", "/" + target + "/_refresh", null);
      requireCount(cluster, target, items);
      moveAlias(cluster, target);
      return new Report(target, items, models.size(), readers);
    }
  }

  private String users() {
    return name + "-users";
  }

  private static void requirePlugin(Cluster cluster) throws IOException {
    cluster.need("GET", "/", null);
    Cluster.Reply models = cluster.ask("GET", "/_plugins/_kindred/models", null);
    if (!models.ok()) {
      throw new IOException(
          cluster
              + ": "
              + models.reason()
              + "; if the cluster does not have the plugin, install it on every node with"
              + " bin/opensearch-plugin install file:///…/kindred-opensearch-VERSION.zip");
    }
  }

  /** Found out before everything is sent, not after. */
  private void requireAlias(Cluster cluster) throws IOException {
    if (cluster.ask("HEAD", "/" + name, null).ok()
        && !cluster.ask("GET", "/_alias/" + name, null).ok()) {
      throw new IOException(
          cluster
              + ": '"
              + name
              + "' is an index there, and no alias can have its name; push under another --name,"
              + " or delete that index");
    }
  }

  private static Map<String, Path> models(Path folder) throws IOException {
    Map<String, Path> models = new TreeMap<>();
    try (Stream<Path> each = Files.list(folder)) {
      each.forEach(model -> models.put(model.getFileName().toString(), model));
    }
    return models;
  }

  private static void sendModels(
      Cluster cluster, Map<String, Model> models, Map<String, Path> folders, Listener listener)
      throws IOException {
    ModelSender sender = new ModelSender(cluster);
    long done = 0;
    for (Map.Entry<String, Model> model : models.entrySet()) {
      listener.at("models", done++, models.size());
      sender.send(model.getValue().manifest(), folders.get(model.getKey()));
    }
  }

  /** Equal content has an equal name, so that a push finds what it left, and nothing else. */
  private static String stamp(ObjectNode body, GenerationItems items) throws IOException {
    MessageDigest digest = Digests.sha256();
    digest.update(body.toString().getBytes(StandardCharsets.UTF_8));
    items.digest(digest);
    return HexFormat.of().formatHex(digest.digest(), 0, STAMP_BYTES);
  }

  /** Whether the index was made; false when it was there. */
  private static boolean create(Cluster cluster, String index, ObjectNode body) throws IOException {
    if (cluster.ask("HEAD", "/" + index, null).ok()) {
      return false;
    }
    cluster.need("PUT", "/" + index, body);
    return true;
  }

  private static long sendItems(
      Cluster cluster,
      String target,
      GenerationItems items,
      ItemDocument documents,
      boolean resumed,
      Listener listener)
      throws IOException {
    BulkSender bulk = new BulkSender(cluster, target, "index");
    List<Item> batch = new ArrayList<>();
    long[] done = new long[1];
    items.forEach(
        item -> {
          batch.add(item);
          if (batch.size() == LOOKED_UP) {
            done[0] += send(cluster, target, batch, resumed, documents, bulk);
            listener.at("items", done[0], items.size());
          }
        });
    send(cluster, target, batch, resumed, documents, bulk);
    bulk.flush();
    return items.size();
  }

  /** Users whom the cluster knows have gone on there: they are left. */
  private int sendUsers(Cluster cluster, Path generation, Listener listener) throws IOException {
    try (UserStore known = LayeredUserStore.open(index, generation)) {
      BulkSender bulk = new BulkSender(cluster, users(), "create");
      SortedSet<String> ids = known.ids();
      int done = 0;
      for (String id : ids) {
        Optional<UserState> user = known.find(id);
        if (user.isPresent()) {
          bulk.add(id, UserDocument.of(user.get()));
        }
        listener.at("users", ++done, ids.size());
      }
      bulk.flush();
      return done;
    }
  }

  private static int send(
      Cluster cluster,
      String target,
      List<Item> batch,
      boolean resumed,
      ItemDocument documents,
      BulkSender bulk)
      throws IOException {
    Set<String> there = resumed ? there(cluster, target, batch) : Set.of();
    for (Item item : batch) {
      if (!there.contains(item.id())) {
        bulk.add(item.id(), documents.of(item));
      }
    }
    int sent = batch.size();
    batch.clear();
    return sent;
  }

  private static Set<String> there(Cluster cluster, String target, List<Item> batch)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = body.putArray("ids");
    batch.forEach(item -> ids.add(item.id()));
    Set<String> there = new HashSet<>();
    for (JsonNode one :
        cluster.need("POST", "/" + target + "/_mget?_source=false", body).path("docs")) {
      if (one.path("found").asBoolean()) {
        there.add(one.path("_id").asText());
      }
    }
    return there;
  }

  private static void requireCount(Cluster cluster, String target, long items) throws IOException {
    long count = cluster.need("GET", "/" + target + "/_count", null).path("count").asLong();
    if (count != items) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: index %s holds %d items, expected %d; the alias was not moved: push again",
              cluster,
              target,
              count,
              items));
    }
  }

  /** In one step; indexes that the alias left are kept, for the way back. */
  private void moveAlias(Cluster cluster, String target) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode actions = body.putArray("actions");
    actions.addObject().putObject("add").put("index", target).put("alias", name);
    Cluster.Reply before = cluster.ask("GET", "/_alias/" + name, null);
    if (before.ok()) {
      before
          .body()
          .fieldNames()
          .forEachRemaining(
              old -> {
                if (!old.equals(target)) {
                  actions.addObject().putObject("remove").put("index", old).put("alias", name);
                }
              });
    }
    cluster.need("POST", "/_aliases", body);
  }
}
