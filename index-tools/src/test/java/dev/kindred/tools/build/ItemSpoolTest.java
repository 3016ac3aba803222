package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in comes out, as often as asked. */
class ItemSpoolTest {
  @TempDir private Path folder;

  private static Item item(String id, Object... fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put((String) fields[i], fields[i + 1]);
    }
    return new Item(id, map);
  }

  private ItemSpool spool(Item... items) throws IOException {
    ItemSpool spool = new ItemSpool(folder.resolve("spool"));
    for (Item item : items) {
      spool.add(item);
    }
    spool.finish();
    return spool;
  }

  @Test
  void everyTypeOfValueComesBackAsItWas() throws IOException {
    Item rich =
        item(
            "ünïcode-☃",
            "title",
            "Dracula ☕ \uD83D\uDE00",
            "pages",
            320,
            "published",
            -2_200_000_000_000L,
            "price",
            9.99,
            "rank",
            1.5f,
            "available",
            true,
            "subjects",
            List.of("gothic", "vampires"),
            "none",
            List.of(),
            "empty",
            "");
    try (ItemSpool spool = spool(rich)) {
      Item back = spool.iterator().next();
      assertThat(back).isEqualTo(rich);
      assertThat(back.fields().keySet()).containsExactlyElementsOf(rich.fields().keySet());
    }
  }

  @Test
  void vectorsComeBackExactly() throws IOException {
    float[] vector = {1.5f, -0f, Float.MIN_VALUE};
    try (ItemSpool spool = spool(item("a", "v", vector))) {
      assertThat((float[]) spool.iterator().next().fields().get("v")).containsExactly(vector);
    }
  }

  @Test
  void textLongerThanAnyBufferComesBack() throws IOException {
    String text = "long ".repeat(50_000);
    try (ItemSpool spool = spool(item("a", "body", text))) {
      assertThat(spool.iterator().next().text("body")).isEqualTo(text);
    }
  }

  @Test
  void iteratesAnyNumberOfTimesAlsoSideBySide() throws IOException {
    try (ItemSpool spool = spool(item("a"), item("b"), item("c"))) {
      assertThat(spool).extracting(Item::id).containsExactly("a", "b", "c");
      Iterator<Item> first = spool.iterator();
      first.next();
      assertThat(spool.iterator().next().id()).isEqualTo("a");
      assertThat(first.next().id()).isEqualTo("b");
    }
  }

  @Test
  void ofOneIdTheLastCounts() throws IOException {
    try (ItemSpool spool = spool(item("a", "v", 1), item("b"), item("a", "v", 2))) {
      assertThat(spool).containsExactly(item("b"), item("a", "v", 2));
      assertThat(spool.size()).isEqualTo(2);
      assertThat(spool.contains("a")).isTrue();
      assertThat(spool.contains("c")).isFalse();
    }
  }

  @Test
  void anEmptyOneHasNothing() throws IOException {
    try (ItemSpool spool = spool()) {
      assertThat(spool.iterator().hasNext()).isFalse();
      assertThatThrownBy(() -> spool.iterator().next()).isInstanceOf(NoSuchElementException.class);
      assertThat(spool.size()).isZero();
    }
  }

  @Test
  void leavesNoFile() throws IOException {
    ItemSpool spool = spool(item("a"));
    spool.close();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
