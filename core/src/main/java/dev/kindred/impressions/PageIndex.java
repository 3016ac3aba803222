package dev.kindred.impressions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.internal.registry.Polymorphic;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the files of an impression log each page is, in memory. Follows what others append, and
 * starts anew when a file was replaced. About 200 bytes a page. Not thread-safe.
 */
final class PageIndex {
  private static final int CHUNK = 1 << 20;

  private final Map<String, Place> places = new HashMap<>();
  private final Map<Path, Read> files = new HashMap<>();

  private record Place(Path file, long offset, int length) {}

  /** How far a file is read, and which one it was. */
  private record Read(Object key, long end) {}

  /** The newest page of that name in these files, which are all of the log. */
  Optional<JsonNode> find(String requestId, List<Path> log) throws IOException {
    Optional<JsonNode> found = at(places.get(requestId), requestId);
    if (found.isEmpty()) {
      follow(log);
      found = at(places.get(requestId), requestId);
    }
    return found;
  }

  private static Optional<JsonNode> at(Place place, String requestId) throws IOException {
    if (place == null) {
      return Optional.empty();
    }
    byte[] line = new byte[place.length];
    try (RandomAccessFile file = new RandomAccessFile(place.file.toFile(), "r")) {
      if (file.length() < place.offset + place.length) {
        return Optional.empty();
      }
      file.seek(place.offset);
      file.readFully(line);
    } catch (java.io.FileNotFoundException e) {
      return Optional.empty();
    }
    try {
      JsonNode page = Polymorphic.json().readTree(line);
      return requestId.equals(page.path("request_id").asText())
          ? Optional.of(page)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void follow(List<Path> log) throws IOException {
    if (!log.containsAll(files.keySet())) {
      places.values().removeIf(place -> !log.contains(place.file));
      files.keySet().retainAll(log);
    }
    for (Path file : log) {
      try {
        follow(file);
      } catch (NoSuchFileException e) {
        files.remove(file);
      }
    }
  }

  private void follow(Path path) throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    Read before = files.get(path);
    if (before != null && !(same(before, now) && now.size() >= before.end)) {
      places.values().removeIf(place -> place.file.equals(path));
      before = null;
    }
    long end = before == null ? 0 : before.end;
    if (now.size() > end) {
      end = read(path, end, now.size());
    }
    files.put(path, new Read(now.fileKey(), end));
  }

  private static boolean same(Read before, BasicFileAttributes now) {
    return now.fileKey() == null || now.fileKey().equals(before.key);
  }

  /** Returns the end of the last whole line. */
  private long read(Path path, long from, long to) throws IOException {
    long start = from;
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      int size = CHUNK;
      while (start < to) {
        byte[] bytes = new byte[(int) Math.min(size, to - start)];
        file.seek(start);
        file.readFully(bytes);
        int whole = lines(path, start, bytes);
        if (whole == 0 && start + bytes.length >= to) {
          return start;
        }
        size = whole == 0 ? 2 * size : CHUNK;
        start += whole;
      }
    }
    return start;
  }

  /** Notes the pages among the whole lines; returns how many bytes those are. */
  private int lines(Path path, long offset, byte[] bytes) throws IOException {
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String page = page(bytes, begin, i - begin);
        if (page != null) {
          places.put(page, new Place(path, offset + begin, i - begin));
        }
        begin = i + 1;
      }
    }
    return begin;
  }

  /** The name of the page whose line that is; null when it is none. */
  private static String page(byte[] bytes, int from, int length) throws IOException {
    String id = null;
    try (JsonParser line = Polymorphic.json().createParser(bytes, from, length)) {
      line.nextToken();
      while (line.nextToken() == JsonToken.FIELD_NAME) {
        String field = line.currentName();
        line.nextToken();
        if (field.equals("items")) {
          return id;
        }
        id = field.equals("request_id") ? line.getText() : id;
        line.skipChildren();
      }
      return null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
