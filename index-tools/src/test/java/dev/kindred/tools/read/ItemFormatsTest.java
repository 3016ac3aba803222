package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Item;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemFormatsTest {
  @TempDir Path folder;

  private ItemSource open(String name, String text) {
    return Inputs.STRICT.items(Files4Tests.write(folder, name, text));
  }

  private ItemSource open(String name, String text, ItemFields fields, BadLines badLines) {
    return new Inputs(fields, EventColumns.COMMON, badLines)
        .items(Files4Tests.write(folder, name, text));
  }

  @Test
  void csvUnderInferredMeanings() {
    ItemSource source =
        open(
            "items.csv",
            """
            item_id,Title,genres,price,published,stock,isbn13,cover
            1,"Emma, or ""Emma""\",Novel|Romance,4.50,1815,3,9780141439587,a.jpg
            2,"two
            lines",Horror,,1897-05-26,,,b.jpg
            """);
    assertThat(source.fields())
        .isEqualTo(
            new ItemFields(
                "item_id",
                List.of("Title"),
                List.of("genres"),
                List.of("price", "stock"),
                "published",
                null,
                Map.of()));
    assertThat(Files4Tests.items(source))
        .containsExactly(
            new Item(
                "1",
                Map.of(
                    "Title",
                    "Emma, or \"Emma\"",
                    "genres",
                    List.of("Novel", "Romance"),
                    "price",
                    4.5,
                    "published",
                    1815L,
                    "stock",
                    3L,
                    "isbn13",
                    "9780141439587",
                    "cover",
                    "a.jpg")),
            new Item(
                "2",
                Map.of(
                    "Title", "two\nlines",
                    "genres", List.of("Horror"),
                    "published", "1897-05-26",
                    "cover", "b.jpg")));
    assertThat(Files4Tests.items(source).getFirst().fields().keySet())
        .containsExactly("Title", "genres", "price", "published", "stock", "isbn13", "cover");
  }

  @Test
  void jsonLinesWithListsVectorsAndObjects() {
    ItemSource source =
        open(
            "items.jsonl",
            """
            {"id":"a","title":"A","tags":["x","y"],"image":[0.5,1,2e1],"size":{"w":3,"h":4.5},"sold":true,"domain":"shop","none":null,"empty":[]}
            {"id":7,"title":"B","tags":"x|z","image":[1,2,3],"years":[1999,2000]}
            """);
    assertThat(source.fields())
        .isEqualTo(
            new ItemFields(
                "id",
                List.of("title"),
                List.of("tags"),
                List.of("size.w", "size.h"),
                null,
                "domain",
                Map.of("image", "image", "years", "years")));
    assertThat(source.dimensions()).isEqualTo(Map.of("image", 3, "years", 2));
    List<Item> items = Files4Tests.items(source);
    assertThat(items.get(0).fields().get("image")).isEqualTo(new float[] {0.5f, 1, 20});
    assertThat(items.get(0).fields()).containsEntry("sold", true).containsEntry("size.w", 3L);
    assertThat(items.get(0).fields()).doesNotContainKeys("none", "empty", "id");
    assertThat(items.get(1).id()).isEqualTo("7");
    assertThat(items.get(1).values("tags")).containsExactly("x", "z");
  }

  @Test
  void configuredMeaningsComeFirst() {
    ItemFields fields =
        new ItemFields(
            "sku",
            List.of("label"),
            List.of("year"),
            List.of(),
            "seen",
            "shop",
            Map.of("look", "vec"));
    ItemSource source =
        open(
            "items.csv",
            "sku,label,title,year,seen,shop,vec\nx,L,T,1999|2001,1769860800,eu,\"0.5, 2\"\n",
            fields,
            BadLines.STOP);
    assertThat(source.fields()).isEqualTo(fields);
    assertThat(source.dimensions()).isEqualTo(Map.of("vec", 2));
    Item item = Files4Tests.items(source).getFirst();
    assertThat(item.fields())
        .containsEntry("year", List.of("1999", "2001"))
        .containsEntry("seen", 1_769_860_800L)
        .containsEntry("vec", new float[] {0.5f, 2});
  }

  @Test
  void aConfiguredFieldGetsNoSecondMeaning() {
    ItemFields fields = new ItemFields(null, List.of("author"), null, null, null, null, null);
    ItemSource source = open("i.csv", "id,author,title,year\n1,A,T,2000\n", fields, BadLines.STOP);
    assertThat(source.fields())
        .isEqualTo(
            new ItemFields("id", List.of("author"), List.of(), List.of(), "year", null, Map.of()));
  }

  @Test
  void atomicFiles() {
    ItemSource source =
        open(
            "x.item",
            """
            item_id:token\tmovie_title:token_seq\tclass:token_seq\tprice:float\temb:float_seq
            1\tToy "Story"\tAnimation Comedy\t3.5\t0.1 0.2
            """);
    assertThat(source.fields().vectors()).isEqualTo(Map.of("emb", "emb"));
    Item item = Files4Tests.items(source).getFirst();
    assertThat(item.fields())
        .containsEntry("movie_title", "Toy \"Story\"")
        .containsEntry("class", List.of("Animation", "Comedy"))
        .containsEntry("price", 3.5)
        .containsEntry("emb", new float[] {0.1f, 0.2f});
  }

  @Test
  void anIdMayComeOnlyOnce() {
    Path file = Files4Tests.write(folder, "i.csv", "id,title\n1,a\n2,b\n1,c\n");
    assertThatThrownBy(() -> Files4Tests.items(Inputs.STRICT.items(file)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ":4: the id \"1\" was seen on line 2, expected every item once;"
                + " correct it, or skip such lines with --skip-bad-lines N");
    Inputs lenient = new Inputs(ItemFields.INFERRED, EventColumns.COMMON, BadLines.skip(1));
    assertThat(lenient.items(file).read(item -> {}))
        .isEqualTo(
            new ReadReport(
                file.toString(),
                2,
                1,
                List.of(file + ":4: the id \"1\" was seen on line 2, expected every item once"),
                0));
  }

  @Test
  void badItems() {
    assertBad("{\"id\":\"\"}", "the item id is empty, expected 1 to 512 bytes");
    assertBad("{\"title\":\"x\"}", "the item id is empty, expected 1 to 512 bytes");
    assertBad(
        "{\"id\":2,\"tags\":[{\"a\":1}]}",
        "the field tags is a list of lists or objects, expected texts or numbers");
    assertBad(
        "{\"id\":2,\"price\":\"cheap\"}",
        "the price is \"cheap\", expected a finite decimal number");
    assertBad("{\"id\":2,\"price\":[1]}", "the field price is a list, expected one value");
    assertBad(
        "{\"id\":2,\"vec\":[1,\"x\"]}", "the vec[1] is \"x\", expected a finite decimal number");
    assertBad("{\"id\":2,\"vec\":\"\"}", "the vector vec is empty, expected numbers");
    assertBad(
        "{\"id\":2,\"published\":\"long ago\"}",
        "the published is \"long ago\", expected seconds or milliseconds since 1970, or ISO-8601"
            + " such as 2026-01-31T12:00:00Z");
    assertBad("{\"id\":2,\"x\":1e999}", "the x is \"1e999\", expected a finite decimal number");
  }

  private void assertBad(String line, String problem) {
    ItemFields fields =
        new ItemFields("id", null, null, List.of("price"), "published", null, Map.of("vec", "vec"));
    Path file =
        Files4Tests.write(
            folder,
            "bad.jsonl",
            "{\"id\":1,\"title\":\"fine\",\"price\":1,\"published\":1900,\"vec\":[1,2]}\n" + line);
    Inputs inputs = new Inputs(fields, EventColumns.COMMON, BadLines.STOP);
    assertThatThrownBy(() -> Files4Tests.items(inputs.items(file)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file + ":2: " + problem + "; correct it, or skip such lines with --skip-bad-lines N");
  }

  @Test
  void aCatalogueNeedsAnId() {
    Path file = Files4Tests.write(folder, "i.csv", "name,price\na,1\n");
    assertThatThrownBy(() -> Inputs.STRICT.items(file))
        .hasMessage(
            file
                + ":1: no field is the id: there are name, price, expected one of id, item_id,"
                + " itemid, item, movie_id, movieid, book_id, object_id, product_id, sku, asin;"
                + " rename the field, or name it as items.id in kindred.yaml");
    ItemFields fields = new ItemFields("nam", null, null, null, null, null, null);
    Inputs inputs = new Inputs(fields, EventColumns.COMMON, BadLines.STOP);
    assertThatThrownBy(() -> inputs.items(file))
        .hasMessage(
            file
                + ":1: unknown field \"nam\"; did you mean name? known: name, price;"
                + " correct items.id in kindred.yaml");
  }

  @Test
  void reservedNamesAreNotGivenMeanings() {
    ItemSource source = open("i.jsonl", "{\"id\":1,\"_score\":2,\"model.als\":3,\"n\":4}\n");
    assertThat(source.fields().numbers()).containsExactly("n");
  }

  @Test
  void iteratesAsOftenAsWanted() {
    ItemSource source = open("i.csv", "id,title\n1,a\n2,b\n");
    for (int pass = 0; pass < 2; pass++) {
      Iterator<Item> items = source.iterator();
      assertThat(items.next().id()).isEqualTo("1");
      assertThat(items.hasNext()).isTrue();
      assertThat(items.next().id()).isEqualTo("2");
      assertThat(items.hasNext()).isFalse();
      assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void numbersNeedNotBeNumbersBeyondTheSample() {
    StringBuilder rows = new StringBuilder("id,size\n");
    for (int i = 0; i < FileItems.SAMPLE; i++) {
      rows.append(i).append(",1\n");
    }
    Path file = Files4Tests.write(folder, "i.csv", rows + "last,large\n");
    assertThatThrownBy(() -> Files4Tests.items(Inputs.STRICT.items(file)))
        .hasMessageStartingWith(
            file + ":1002: the size is \"large\", expected a finite decimal number");
  }
}
