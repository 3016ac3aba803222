package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.World;
import dev.kindred.data.UserState;
import dev.kindred.internal.vector.FloatsField;
import dev.kindred.model.Encoding;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class LearnedModelSignalTest extends SignalContract {
  private static final float[] ITEM = new float[World.DIMENSION];

  static {
    for (int i = 0; i < ITEM.length; i++) {
      ITEM[i] = 0.25f * (i % 5) - 0.3f;
    }
  }

  @Override
  protected Signal signal() {
    return new ModelSignal("learned", null);
  }

  private static ResolvedRequest request(float[] inputs, boolean held) {
    Encoding learned = new Encoding.Learned("model.learned", World.NETWORK.id(), inputs);
    return new ResolvedRequest(
            Request.EMPTY, UserState.UNKNOWN, Map.of("learned", learned), null, null)
        .holding(held ? Map.of(World.NETWORK.id(), World.NETWORK) : Map.of());
  }

  /** What the request says of one document, which holds this vector, or none. */
  private Explanation explain(ResolvedRequest request, float[] vector) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        Document document = new Document();
        if (vector != null) {
          document.add(FloatsField.of("model.learned", vector));
        }
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReaderContext leaf = reader.leaves().getFirst();
        return signal().bind(request).explain(leaf, 0, null);
      }
    }
  }

  @Test
  void isWhatTheNetworkMakesOfVectorAndInputs() throws IOException {
    float[] inputs = new float[World.DIMENSION];
    inputs[2] = 3;
    Explanation explanation = explain(request(inputs, true), ITEM);
    assertThat(explanation.getValue().doubleValue())
        .isEqualTo(World.NETWORK.join(inputs).apply(ITEM));
    assertThat(explanation.getDescription())
        .isEqualTo(
            "network learned@1 over model.learned[16] and the user's 16 inputs, computed as sum"
                + " of:");
    assertThat(explanation.getDetails())
        .extracting(Explanation::getDescription)
        .satisfiesExactly(
            product -> assertThat(product).isEqualTo("product of 4 factors"),
            hidden ->
                assertThat(hidden).matches("hidden layers, units active: \\d of 12, \\d of 6"));
  }

  @Test
  void theWordsOfTheSumAddUpToIt() throws IOException {
    float[] inputs = new float[World.DIMENSION];
    inputs[7] = -1;
    Explanation explanation = explain(request(inputs, true), ITEM);
    double sum = 0;
    for (Explanation detail : explanation.getDetails()) {
      sum += detail.getValue().doubleValue();
    }
    assertThat(sum).isEqualTo(explanation.getValue().doubleValue());
  }

  @Test
  void saysThatADocumentHasNoVector() throws IOException {
    Explanation explanation = explain(request(new float[World.DIMENSION], true), null);
    assertThat(explanation.isMatch()).isFalse();
    assertThat(explanation.getDescription()).isEqualTo("the document has no model.learned");
  }

  @Test
  void refusesToRankWithoutItsNetwork() {
    assertThatThrownBy(() -> explain(request(new float[World.DIMENSION], false), ITEM))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the network learned@1 is not held here; held: []; load the model of this version");
  }

  @Test
  void refusesInputsOfAnotherNetwork() {
    assertThatThrownBy(() -> explain(request(new float[3], true), ITEM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the network learned@1 expects 16 inputs, the request brings 3");
  }

  @Test
  void refusesVectorsOfAnotherNetwork() {
    assertThatThrownBy(() -> explain(request(new float[World.DIMENSION], true), new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "field 'model.learned' holds 8 bytes; expected 16 floats; build the index again with"
                + " the model that ranks");
  }

  @Test
  void everyInputIsPartOfItsIdentity() throws IOException {
    float[] other = new float[World.DIMENSION];
    other[0] = 1;
    assertThat(signal().bind(request(new float[World.DIMENSION], true)))
        .isEqualTo(signal().bind(request(new float[World.DIMENSION], true)))
        .isNotEqualTo(signal().bind(request(other, true)));
  }
}
