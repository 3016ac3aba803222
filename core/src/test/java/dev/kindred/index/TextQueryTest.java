package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextQueryTest {

  @Test
  void findsWordsInTextAndKeywords() throws IOException {
    Directory index = Books.index();
    assertThat(Books.find(index, Books.SCHEMA.textQuery("castles"))).containsExactly("dracula");
    assertThat(Books.find(index, Books.SCHEMA.textQuery("vampires"))).containsExactly("dracula");
    assertThat(Books.find(index, Books.SCHEMA.textQuery("HOMER gothic")))
        .containsExactly("carmilla", "dracula", "odyssey");
    assertThat(Books.find(index, Books.SCHEMA.textQuery("fiction")))
        .as("the domain is not searched")
        .containsExactly("dracula");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "the", "?! --"})
  void isNullWhenNoWordIsLeft(String typed) {
    assertThat(Books.SCHEMA.textQuery(typed)).isNull();
  }

  @Test
  void isNullWithoutSearchableFields() {
    Schema numbersOnly = new Schema(null, null, List.of("price"), null, null, null, null);
    assertThat(numbersOnly.textQuery("dracula")).isNull();
  }

  @Test
  void oneFieldNeedsNoDisjunction() {
    Schema schema = new Schema(null, List.of("tag"), null, null, null, null, "standard");
    assertThat(schema.textQuery("x").toString()).isEqualTo("(tag.text:x)^0.5");
    assertThat(schema.textQuery("x")).isNotInstanceOf(TermQuery.class);
  }

  @Test
  void theTitleWeighsMostAndKeywordsLeast() throws IOException {
    Schema schema =
        new Schema(List.of("title", "body"), List.of("tag"), null, null, null, null, "standard");
    List<Item> items =
        List.of(
            new Item("tagged", Map.of("title", "none", "body", "none", "tag", "sea")),
            new Item("titled", Map.of("title", "sea", "body", "none", "tag", "none")),
            new Item("mentioned", Map.of("title", "none", "body", "sea", "tag", "none")));
    assertThat(ranked(schema, items, "sea")).containsExactly("titled", "mentioned", "tagged");
  }

  @Test
  void moreMatchingWordsRankHigher() throws IOException {
    Schema schema = new Schema(List.of("title"), null, null, null, null, null, null);
    List<Item> items =
        List.of(
            new Item("one", Map.of("title", "the old house")),
            new Item("both", Map.of("title", "the old sea")));
    assertThat(ranked(schema, items, "old sea")).containsExactly("both", "one");
  }

  private static List<String> ranked(Schema schema, List<Item> items, String typed)
      throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (ItemWriter writer = ItemWriter.create(directory, schema, List.of())) {
        writer.addAll(items, 1, count -> {});
        writer.commit(Map.of());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit :
            new IndexSearcher(reader).search(schema.textQuery(typed), 10).scoreDocs) {
          ids.add(new ItemReader(reader).id(hit.doc));
        }
        return ids;
      }
    }
  }
}
