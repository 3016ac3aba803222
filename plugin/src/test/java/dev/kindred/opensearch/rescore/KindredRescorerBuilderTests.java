package dev.kindred.opensearch.rescore;

import dev.kindred.opensearch.ask.RandomQuestions;
import java.io.IOException;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.test.AbstractWireSerializingTestCase;

public class KindredRescorerBuilderTests
    extends AbstractWireSerializingTestCase<KindredRescorerBuilder> {
  @Override
  protected KindredRescorerBuilder createTestInstance() {
    KindredRescorerBuilder rescorer =
        new KindredRescorerBuilder(RandomQuestions.question(), () -> null);
    return randomBoolean() ? rescorer : rescorer.windowSize(randomIntBetween(1, 500));
  }

  @Override
  protected Writeable.Reader<KindredRescorerBuilder> instanceReader() {
    return in -> new KindredRescorerBuilder(in, () -> null);
  }

  @Override
  protected KindredRescorerBuilder mutateInstance(KindredRescorerBuilder rescorer)
      throws IOException {
    Integer window = rescorer.windowSize();
    return copyInstance(rescorer).windowSize(window == null ? 7 : window + 1);
  }
}
