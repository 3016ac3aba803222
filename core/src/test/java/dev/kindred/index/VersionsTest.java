package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  private static final TagModel ALS = new TagModel("als", "v1");
  private static final TagModel BPR = new TagModel("bpr", "v1");

  private final Directory directory = new ByteBuffersDirectory();

  VersionsTest() throws IOException {
    try (ItemWriter writer = ItemWriter.create(directory, Books.SCHEMA, List.of(ALS))) {
      writer.commit(Map.of(Versions.PROFILES, "p1"));
    }
  }

  private void require(Schema schema, List<TagModel> models, Map<String, String> extra)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Versions.require(reader, schema, models, extra);
    }
  }

  @Test
  void acceptsWhatTheItemsWereWrittenWith() {
    assertThatCode(() -> require(Books.SCHEMA, List.of(ALS), Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> require(Books.SCHEMA, List.of(ALS), Map.of(Versions.PROFILES, "p1")))
        .doesNotThrowAnyException();
  }

  @Test
  void saysWhatDiffersAndHowToMendIt() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                require(
                    Books.SCHEMA,
                    List.of(new TagModel("als", "v2"), BPR),
                    Map.of(Versions.PROFILES, "p2")))
        .withMessageContaining("model als is v2, but the items were written with v1")
        .withMessageContaining("model bpr is v1, but the items were written without it")
        .withMessageContaining("profiles is p2, but the items were written with p1")
        .withMessageEndingWith("; build the index again, or go back with rollback");
  }

  @Test
  void noticesAModelThatIsGone() {
    assertThatIllegalStateException()
        .isThrownBy(() -> require(Books.SCHEMA, List.of(), Map.of()))
        .withMessageContaining("model als is missing; the items were written with v1");
  }

  @Test
  void noticesAnotherSchema() {
    Schema other = new Schema(List.of("title"), null, null, null, null, null, null);
    assertThatIllegalStateException()
        .isThrownBy(() -> require(other, List.of(ALS), Map.of()))
        .withMessageContaining("schema is " + other.digest());
  }

  @Test
  void digestsFiles(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("profiles.json"), "abc");
    assertThat(Versions.digest(file))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
