package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.NumericUtils;
import org.junit.jupiter.api.Test;

class UsualSignalTest {
  private static ResolvedRequest request(Encoding usual) {
    return new ResolvedRequest(
        Request.EMPTY,
        UserState.UNKNOWN,
        Map.of(ResolvedRequest.usualKey("price"), usual),
        null,
        null);
  }

  private static double value(double price, Encoding usual) throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new NumericDocValuesField("price", NumericUtils.doubleToSortableLong(price)));
      writer.addDocument(document);
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        DoubleValues values =
            new UsualSignal("price")
                .bind(request(usual))
                .getValues(reader.leaves().getFirst(), null);
        return values.advanceExact(0) ? values.doubleValue() : Double.NaN;
      }
    }
  }

  private static Encoding usual(double mean, double spread) {
    return new Encoding.Dense("price", new float[] {(float) mean, (float) spread}, Map.of());
  }

  @Test
  void theUsualIsBestAndFactorsCountAlike() throws IOException {
    Encoding twenty = usual(Math.log(20), 0.5);
    assertThat(value(20, twenty)).isCloseTo(1, within(1e-9));
    assertThat(value(40, twenty)).isCloseTo(value(10, twenty), within(1e-6));
    assertThat(value(40, twenty))
        .isCloseTo(Math.exp(-Math.pow(Math.log(2) / 0.5, 2) / 2), within(1e-6));
    assertThat(value(0, twenty)).isZero();
    assertThat(value(-5, twenty)).isZero();
  }

  @Test
  void whoAlwaysPaysTheSameIsNotThatStrict() throws IOException {
    assertThat(value(22, usual(Math.log(20), 0))).isGreaterThan(0.9);
  }

  @Test
  void ofWhomNothingIsKnownNothingIsSaid() throws IOException {
    assertThat(value(20, new Encoding.None("no history"))).isNaN();
  }

  @Test
  void isItsOwnJson() {
    Signal signal = new UsualSignal("price");
    assertThat(Signals.JSON.read(Signals.JSON.write(signal))).isEqualTo(signal);
    assertThat(signal.usual()).containsExactly("price");
  }
}
