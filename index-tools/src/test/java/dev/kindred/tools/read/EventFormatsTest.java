package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatsTest {
  @TempDir Path folder;

  private List<String> read(String name, String text) {
    return Files4Tests.shown(Inputs.STRICT.events(Files4Tests.write(folder, name, text)));
  }

  @Test
  void csvWithAllColumnsInAnyOrder() {
    assertThat(
            read(
                "events.csv",
                """
                timestamp,type,user,value,item
                2026-01-31T12:00:00Z,view,u1,,dracula
                1769860800,purchase,u2,2.5,"a ""quoted"", id"
                1769860800000,like,u3,-1,x
                """))
        .containsExactly(
            "u1 dracula view 1.0 1769860800000",
            "u2 a \"quoted\", id purchase 2.5 1769860800000",
            "u3 x like -1.0 1769860800000");
  }

  @Test
  void csvWithNothingButUserAndItem() {
    assertThat(read("e.csv", "user,item\na,b\n")).containsExactly("a b view 1.0 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user,item,rating,timestamp",
        "userId,movieId,rating,timestamp",
        "user_id,book_id,score,ts",
        "client_id,product_id,stars,time",
        "USER,ITEM,Rating,Date",
        " user , item , rating , timestamp ",
      })
  void csvUnderCommonNames(String header) {
    assertThat(read("e.csv", header + "\n1, 10 ,3.5,978300760\n"))
        .containsExactly("1 10 rating 3.5 978300760000");
  }

  @Test
  void theNameLikedBestWinsWhereSeveralFit() {
    assertThat(read("e.csv", "session_id,user_id,product_id,item_id\ns,u,p,i\n"))
        .containsExactly("u i view 1.0 0");
  }

  @Test
  void csvUnderConfiguredNames() {
    Path file = Files4Tests.write(folder, "e.csv", "who,user,what,when\nme,you,it,1000\n");
    EventColumns columns = new EventColumns("who", "what", null, null, "when");
    Inputs inputs = new Inputs(ItemFields.INFERRED, columns, BadLines.STOP);
    assertThat(Files4Tests.shown(inputs.events(file))).containsExactly("me it view 1.0 1000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void lineEndsMarksAndAMissingLastOneDoNotMatter(String end) {
    for (String mark : List.of("", "\uFEFF")) {
      String lines = String.join(end, "user,item", "a,\"xy\"", "", "b,c");
      Path file = Files4Tests.write(folder, "e.csv", mark + lines);
      assertThat(Files4Tests.shown(Inputs.STRICT.events(file)))
          .containsExactly("a xy view 1.0 0", "b c view 1.0 0");
      for (String pairs : List.of("a x", "a x" + end, end + "a x" + end + end)) {
        assertThat(read("pairs.txt", mark + pairs)).containsExactly("a x view 1.0 0");
      }
    }
  }

  @Test
  void gzipIsUndoneWhateverTheName() {
    for (String name : List.of("e.csv.gz", "e.csv", "e")) {
      Path file = Files4Tests.gzip(folder, name, "user,item\na,b\n");
      assertThat(Files4Tests.shown(Inputs.STRICT.events(file))).containsExactly("a b view 1.0 0");
    }
  }

  @Test
  void tsvMayQuoteToo() {
    assertThat(read("e.tsv", "user\titem\tvalue\na\t\"b \"\"c\"\"\"\t2\n"))
        .containsExactly("a b \"c\" view 2.0 0");
  }

  @Test
  void jsonLines() {
    assertThat(
            read(
                "e.jsonl",
                """
                {"user":"u","item":5,"type":"view","timestamp":"2026-01-31"}
                {"userId":"u","rating":4.5,"itemId":"x","other":{"deep":[1,{"a":2}]},"timestamp":1}
                {"user":"u","item":"y","value":null,"type":null}
                """))
        .containsExactly("u 5 view 1.0 1769817600000", "u x rating 4.5 1000", "u y view 1.0 0");
  }

  @Test
  void jsonKeysInsideObjectsGoByTheirPath() {
    Path file =
        Files4Tests.write(
            folder,
            "e.jsonl",
            "{\"who\":{\"id\":\"u\"},\"what\":{\"sku\":\"i\"},\"user\":\"no\"}\n");
    EventColumns columns = new EventColumns("who.id", "what.sku", null, null, null);
    Inputs inputs = new Inputs(ItemFields.INFERRED, columns, BadLines.STOP);
    assertThat(Files4Tests.shown(inputs.events(file))).containsExactly("u i view 1.0 0");
  }

  @Test
  void userBehaviorInsights() {
    Path file =
        Files4Tests.write(
            folder,
            "ubi.ndjson",
            """
            {"action_name":"search","client_id":"c1","query_id":"q","timestamp":"2026-01-31T12:00:00.500Z"}
            {"action_name":"click","client_id":"c1","timestamp":"2026-01-31T12:00:01Z","event_attributes":{"position":{"ordinal":3},"object":{"object_id":"p7","object_id_field":"sku"}}}
            {"action_name":"purchase","client_id":"c1","user_id":"u1","timestamp":1769860802000,"event_attributes":{"object":{"object_id":"p7"}}}
            """);
    EventSource source = Inputs.STRICT.events(file);
    assertThat(Files4Tests.shown(source))
        .containsExactly("c1 p7 click 1.0 1769860801000", "u1 p7 purchase 1.0 1769860802000");
    assertThat(source.read((u, i, t, v, at) -> {}))
        .isEqualTo(new ReadReport(file.toString(), 2, 0, List.of(), 1));
  }

  @Test
  void pairsAndSequences() {
    assertThat(read("p.txt", "u1 a\nu1\tb\nu2  c\n"))
        .containsExactly("u1 a view 1.0 0", "u1 b view 1.0 0", "u2 c view 1.0 0");
    assertThat(read("s.txt", "u1 a b c\nu2 d\n"))
        .containsExactly(
            "u1 a view 1.0 0", "u1 b view 1.0 0", "u1 c view 1.0 0", "u2 d view 1.0 0");
  }

  @Test
  void movieLensLines() {
    assertThat(read("u.data", "196\t242\t3\t881250949\n"))
        .containsExactly("196 242 rating 3.0 881250949000");
    assertThat(read("ratings.dat", "1::1193::4.5::978300760\n2::a:b::1::0\n"))
        .containsExactly("1 1193 rating 4.5 978300760000", "2 a:b rating 1.0 0");
  }

  @Test
  void atomicFiles() {
    assertThat(
            read(
                "x.inter",
                "user_id:token\titem_id:token\trating:float\ttimestamp:float\nu\t\"i\t4\t9.783e8\n"))
        .containsExactly("u \"i rating 4.0 978300000000");
  }

  @Test
  void aNamedFormatIsNotGuessed() {
    Path file = Files4Tests.write(folder, "s.txt", "u1 a\nu2 b\nu3 c d\n");
    assertThat(Files4Tests.shown(Inputs.STRICT.events(file, Format.SEQUENCES))).hasSize(4);
  }

  @Test
  void aStreamIsReadLikeAFile() {
    for (String text : List.of("user,item\na,b\n", "{\"user\":\"a\",\"item\":\"b\"}", "a b")) {
      var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      assertThat(Files4Tests.shown(Inputs.STRICT.events("-", in, Format.AUTO)))
          .containsExactly("a b view 1.0 0");
    }
  }

  @Test
  void eventsAsObjects() {
    Path file = Files4Tests.write(folder, "e.csv", "user,item,type,value,timestamp\na,b,buy,2,5\n");
    assertThat(Files4Tests.events(Inputs.STRICT.events(file)))
        .containsExactly(new Event("a", "b", "buy", 2, Instant.ofEpochSecond(5)));
  }

  @Test
  void aSourceCanBeReadAgain() {
    EventSource source = Inputs.STRICT.events(Files4Tests.write(folder, "p", "a b\nc d\n"));
    assertThat(Files4Tests.shown(source)).isEqualTo(Files4Tests.shown(source)).hasSize(2);
  }
}
