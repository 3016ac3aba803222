package dev.kindred.opensearch.recommend;

import java.io.IOException;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.test.AbstractWireSerializingTestCase;

public class SignalsExtTests extends AbstractWireSerializingTestCase<SignalsExt> {
  @Override
  protected SignalsExt createTestInstance() {
    return new SignalsExt();
  }

  @Override
  protected Writeable.Reader<SignalsExt> instanceReader() {
    return SignalsExt::new;
  }

  public void testTakesNoKeys() throws IOException {
    try (XContentParser parser = createParser(JsonXContent.jsonXContent, "{\"a\": 1}")) {
      parser.nextToken();
      Exception problem =
          expectThrows(IllegalArgumentException.class, () -> SignalsExt.fromXContent(parser));
      assertTrue(problem.getMessage(), problem.getMessage().contains("takes no keys"));
    }
  }
}
