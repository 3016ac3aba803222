package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.index.Generations;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.model.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Everything an index says about itself, as JSON.
 *
 * @param current the folder of the current generation
 */
record Inspection(Generations generations, Path current, Recommender recommender) {

  ObjectNode json() throws IOException {
    ObjectNode json = Json.object();
    json.put("items", recommender.size());
    json.put("users", users());
    json.put("bytes", bytes());
    json.set("schema", Json.tree(recommender.schema()));
    ArrayNode models = json.putArray("models");
    new TreeMap<>(recommender.models()).values().forEach(m -> models.add(model(m.manifest())));
    json.set("profiles", recommender.profiles().toJson().path("profiles"));
    json.set("weights", recommender.profiles().toJson().path("weights"));
    ArrayNode published = json.putArray("generations");
    for (Generations.Generation generation : generations.list()) {
      ObjectNode one = published.addObject();
      one.put("number", generation.number());
      one.put("current", generation.current());
    }
    json.set("commit", Json.tree(commit()));
    return json;
  }

  private static ObjectNode model(Manifest manifest) {
    ObjectNode json = Json.object();
    json.put("name", manifest.name());
    json.put("id", manifest.id());
    json.put("kind", manifest.kind());
    json.put("trained_at", String.valueOf(manifest.trainedAt()));
    json.set("params", Json.tree(new TreeMap<>(manifest.trainer())));
    json.set("data", Json.tree(new TreeMap<>(manifest.data())));
    json.set("metrics", Json.tree(new TreeMap<>(manifest.metrics())));
    json.set("fields", Json.tree(manifest.fields()));
    return json;
  }

  private long users() throws IOException {
    Path folder = current.resolve(Generations.USERS);
    if (Files.notExists(folder)) {
      return 0;
    }
    try (LuceneUserStore store = LuceneUserStore.open(folder)) {
      return store.size();
    }
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(current)) {
      return files.filter(Files::isRegularFile).mapToLong(Inspection::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TreeMap<String, String> commit() throws IOException {
    try (Directory items = FSDirectory.open(current.resolve(Generations.ITEMS))) {
      return new TreeMap<>(SegmentInfos.readLatestCommit(items).getUserData());
    }
  }
}
