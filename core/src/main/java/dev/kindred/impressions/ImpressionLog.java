package dev.kindred.impressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.index.Generations;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Served pages and the events that follow them, one JSON object a line, in numbered files of
 * bounded size of which the newest are kept. A page has {@code request_id}, {@code time}, {@code
 * user}, {@code profile}, {@code context}, {@code seed}, {@code from} and {@code items}, each with
 * {@code id}, {@code position} from 1, {@code score}, {@code propensity} and raw {@code signals};
 * where chance had a hand in it, also {@code rivals} with {@code id}, {@code score} and {@code
 * signals}: what else might have been shown. An event has {@code request_id}, {@code event_id},
 * {@code user}, {@code item}, {@code type}, {@code value} and {@code time}. A reward has {@code
 * request_id}, {@code user}, {@code item}, {@code reward} and {@code time}. Lines are handed to the
 * system at once, not flushed to the disk one by one: a crash of the machine may cost the last of
 * them. Thread-safe.
 */
public final class ImpressionLog {
  private static final String ENDING = ".jsonl";

  private final Path folder;
  private final long fileBytes;
  private final int files;
  private final PageIndex pages = new PageIndex();

  private ImpressionLog(Path folder, long fileBytes, int files) {
    this.folder = folder;
    this.fileBytes = fileBytes;
    this.files = files;
  }

  /** The log of an index folder, beside its generations. */
  public static ImpressionLog of(Path index) {
    return in(index.resolve(Generations.LIVE).resolve("impressions"));
  }

  /** Sixteen files of 8 MB in that folder, which is made at the first line. */
  public static ImpressionLog in(Path folder) {
    return in(folder, 8 << 20, 16);
  }

  /**
   * @param fileBytes after which the next file is begun, positive
   * @param files how many are kept, at least 1
   */
  public static ImpressionLog in(Path folder, long fileBytes, int files) {
    if (fileBytes < 1 || files < 1) {
      throw new IllegalArgumentException(
          "fileBytes and files must be at least 1, were " + fileBytes + " and " + files);
    }
    return new ImpressionLog(folder, fileBytes, files);
  }

  /**
   * Notes a page.
   *
   * @param requestId names the answer; events that follow it bring it back
   * @param request with its clock set
   */
  public void shown(String requestId, Request request, Recommendations page) throws IOException {
    Objects.requireNonNull(request.now(), "a page is noted with the clock of its request");
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("request_id", requestId);
    line.put("time", request.now().toString());
    line.put("user", request.userId());
    line.put("profile", request.profile());
    ObjectNode context = line.putObject("context");
    new TreeMap<>(request.context()).forEach(context::put);
    line.put("seed", request.seed());
    line.put("from", request.from());
    ArrayNode items = line.putArray("items");
    int position = request.from();
    for (Scored item : page.items()) {
      position++;
      ObjectNode one = items.addObject();
      one.put("id", item.itemId());
      one.put("position", position);
      one.put("propensity", item.propensity());
      putScores(one, item);
    }
    if (!page.rivals().isEmpty()) {
      ArrayNode rivals = line.putArray("rivals");
      for (Scored item : page.rivals()) {
        putScores(rivals.addObject().put("id", item.itemId()), item);
      }
    }
    append(line);
  }

  private static void putScores(ObjectNode into, Scored item) {
    into.put("score", item.score());
    ObjectNode signals = into.putObject("signals");
    new TreeMap<>(item.signals()).forEach(signals::put);
  }

  /**
   * Notes what came of showing an item, for those who know better than events tell: it stands in
   * place of them. The last reward of an item of an answer counts.
   *
   * @param requestId names the answer
   * @param userId to whom it was shown; null for nobody known
   * @param reward finite
   */
  public void rewarded(String requestId, String userId, String itemId, double reward, Instant time)
      throws IOException {
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException("a reward must be finite, was " + reward);
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("request_id", Objects.requireNonNull(requestId, "requestId"));
    line.put("user", userId);
    line.put("item", Objects.requireNonNull(itemId, "itemId"));
    line.put("reward", reward);
    line.put("time", time.toString());
    append(line);
  }

  /** Notes those of the events that follow an answer. */
  public void followed(List<Arrival> events) throws IOException {
    for (Arrival arrival : events) {
      if (arrival.requestId() != null) {
        Event event = arrival.event();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("request_id", arrival.requestId());
        line.put("event_id", arrival.id());
        line.put("user", event.userId());
        line.put("item", event.itemId());
        line.put("type", event.type());
        line.put("value", event.value());
        line.put("time", event.time().toString());
        append(line);
      }
    }
  }

  private synchronized void append(ObjectNode line) throws IOException {
    Files.createDirectories(folder);
    List<Path> there = list();
    Path last = there.isEmpty() ? file(1) : there.getLast();
    if (Files.exists(last) && Files.size(last) >= fileBytes) {
      last = file(number(last) + 1);
      for (int i = 0; i <= there.size() - files; i++) {
        Files.deleteIfExists(there.get(i));
      }
    }
    append(last, (isCut(last) ? "\n" : "") + line + "\n");
  }

  /** In one piece, so that lines of several processes do not mix. */
  private static void append(Path file, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }

  /** Whether a crash cut the last line short, which the next must not go on with. */
  private static boolean isCut(Path file) throws IOException {
    if (Files.notExists(file) || Files.size(file) == 0) {
      return false;
    }
    try (FileChannel in = FileChannel.open(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return in.read(last, in.size() - 1) == 1 && last.get(0) != '\n';
    }
  }

  private Path file(long number) {
    return folder.resolve(String.format(Locale.ROOT, "%06d%s", number, ENDING));
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
  }

  private List<Path> list() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches("[0-9]+\\" + ENDING))
          .sorted(java.util.Comparator.comparingLong(ImpressionLog::number))
          .toList();
    }
  }

  /** Gives every line, oldest first; one that a crash cut short is left out. */
  public synchronized void forEach(Consumer<JsonNode> consumer) throws IOException {
    for (Path file : list()) {
      lines(file).map(ImpressionLog::parse).filter(line -> line != null).forEach(consumer);
    }
  }

  /** Also of a file that a crash cut within a letter, which readers of strict UTF-8 refuse. */
  private static Stream<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
  }

  private static JsonNode parse(String line) {
    try {
      return Polymorphic.json().readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return null;
    }
  }

  /**
   * The page that was noted under that id, the newest of several; empty when there is none, or no
   * longer. The first call reads the log; later ones read what came since.
   */
  public synchronized Optional<Impression> find(String requestId) throws IOException {
    return pages.find(requestId, list()).map(Impression::of);
  }

  /**
   * Erases the user's lines and those that a crash cut short, which may be the user's; returns how
   * many were. Another process must not append meanwhile.
   */
  public synchronized int forget(String userId) throws IOException {
    int erased = 0;
    for (Path file : list()) {
      List<String> all = lines(file).toList();
      List<String> kept = new ArrayList<>();
      for (String line : all) {
        JsonNode parsed = parse(line);
        if (parsed != null && userId.equals(parsed.path("user").asText(null))) {
          erased++;
        } else if (parsed != null) {
          kept.add(line);
        }
      }
      if (kept.size() < all.size()) {
        Path fresh = Files.write(file.resolveSibling(file.getFileName() + ".tmp"), kept);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return erased;
  }
}
