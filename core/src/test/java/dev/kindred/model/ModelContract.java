package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every model promises. Extend it and give one model, its items and a user it can serve. */
public abstract class ModelContract {
  /** Empty when a test begins. */
  @TempDir protected Path folder;

  /** A small trained model. */
  protected abstract Model model();

  /** Items the model knows. */
  protected abstract List<Item> items();

  /** A user about whom the model has something to say, unless it never has. */
  protected UserState user() {
    return Tastes.liking(items().stream().map(Item::id).limit(2).toArray(String[]::new));
  }

  private Situation situation() {
    return Tastes.among(items().toArray(Item[]::new));
  }

  private List<FieldScores> fields(Model model) {
    return items().stream().map(item -> FieldScores.of(model, item)).toList();
  }

  @Test
  void savesAndLoadsAsTheSameModel() throws IOException {
    Model model = model();
    model.save(folder);
    Model loaded = Models.load(folder);
    assertThat(loaded.manifest()).isEqualTo(model.manifest());
    assertThat(loaded).hasSameClassAs(model);
    assertThat(fields(loaded)).isEqualTo(fields(model));
    assertThat(Encodings.text(loaded.encode(user(), situation())))
        .isEqualTo(Encodings.text(model.encode(user(), situation())));
  }

  @Test
  void aLoadedModelSavesTheSameBytes() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    model().save(first);
    Models.load(first).save(second);
    try (Stream<Path> files = Files.list(first)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  @Test
  void neverOverwritesAnArtifact() throws IOException {
    model().save(folder);
    assertThatThrownBy(() -> model().save(folder)).isInstanceOf(IOException.class);
    assertThat(Models.load(folder).manifest()).isEqualTo(model().manifest());
  }

  @Test
  void writesTheFieldsItsManifestNames() {
    List<IndexableField> written = new ArrayList<>();
    items().forEach(item -> model().index(item, written::add));
    assertThat(written)
        .allSatisfy(
            field ->
                assertThat(model().manifest().fields())
                    .contains(new Manifest.FieldSpec(field.name(), type(field), dimension(field))));
  }

  private static String type(IndexableField field) {
    return switch (field) {
      case KnnFloatVectorField vector -> "vector";
      case BinaryDocValuesField floats -> "floats";
      case NumericDocValuesField number -> "number";
      default -> "sparse";
    };
  }

  private static int dimension(IndexableField field) {
    return field instanceof BinaryDocValuesField floats
        ? floats.binaryValue().length / Float.BYTES
        : field.fieldType().vectorDimension();
  }

  @Test
  void prefixesItsFields() {
    assertThat(model().manifest().fields())
        .allSatisfy(
            field -> assertThat(field.name()).startsWith(Fields.of(model().manifest().name())));
  }

  @Test
  void encodesDeterministically() throws IOException {
    Model model = model();
    String once = Encodings.text(model.encode(user(), situation()));
    assertThat(Encodings.text(model.encode(user(), situation()))).isEqualTo(once);
  }

  @Test
  void servesManyThreadsAtOnce() throws Exception {
    Model model = model();
    String alone = Encodings.text(model.encode(user(), situation()));
    List<FieldScores> fields = fields(model);
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      calls.add(
          () -> {
            assertThat(Encodings.text(model.encode(user(), situation()))).isEqualTo(alone);
            assertThat(fields(model)).isEqualTo(fields);
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    }
  }

  @Test
  void isNotChangedByWhoHoldsItsEncodings() throws IOException {
    Model model = model();
    String before = Encodings.text(model.encode(user(), situation()));
    spoil(model.encode(user(), situation()));
    assertThat(Encodings.text(model.encode(user(), situation()))).isEqualTo(before);
  }

  private static void spoil(Encoding encoding) {
    if (encoding instanceof Encoding.Dense dense) {
      dense.vector()[0] += 1;
      dense.parts().values().forEach(part -> part[0] += 1);
    } else if (encoding instanceof Encoding.Sum sum) {
      sum.parts().forEach(ModelContract::spoil);
    } else if (encoding instanceof Encoding.Learned learned) {
      learned.inputs()[0] += 1;
    }
  }

  @Test
  void saysWhyItSaysNothing() throws IOException {
    assertThat(model().encode(UserState.UNKNOWN, situation()))
        .isInstanceOfSatisfying(
            Encoding.None.class, none -> assertThat(none.reason()).isNotBlank());
    assertThat(model().encode(Tastes.liking("never heard of"), situation()))
        .isInstanceOfSatisfying(
            Encoding.None.class, none -> assertThat(none.reason()).isNotBlank());
  }

  @Test
  void answersWithFiniteNumbers() throws IOException {
    Encoding encoding = model().encode(user(), situation());
    assertThat(fields(model()))
        .extracting(scores -> scores.score(encoding))
        .noneMatch(score -> Double.isInfinite(score));
  }
}
