package dev.kindred.opensearch.recommend;

import java.io.IOException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.search.SearchExtBuilder;

/**
 * {@code "ext": {"kindred_signals": {}}}: every hit of a kindred query carries the raw value of
 * each signal, and the reasons, in its field {@code _kindred}.
 */
public final class SignalsExt extends SearchExtBuilder {
  public static final String NAME = "kindred_signals";

  public SignalsExt() {}

  /** It has nothing to read. */
  public SignalsExt(StreamInput in) {
    assert in != null;
  }

  /** Reads an empty object. */
  public static SignalsExt fromXContent(XContentParser parser) throws IOException {
    if (parser.currentToken() != XContentParser.Token.START_OBJECT
        || parser.nextToken() != XContentParser.Token.END_OBJECT) {
      throw new IllegalArgumentException("[" + NAME + "] takes no keys: {}");
    }
    return new SignalsExt();
  }

  @Override
  public void writeTo(StreamOutput out) {
    // Its name says all.
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder json, Params params) throws IOException {
    return json.startObject(NAME).endObject();
  }

  @Override
  public String getWriteableName() {
    return NAME;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignalsExt;
  }

  @Override
  public int hashCode() {
    return NAME.hashCode();
  }
}
