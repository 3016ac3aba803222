package dev.kindred.opensearch.rest;

import java.io.IOException;
import org.opensearch.common.CheckedBiConsumer;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestChannel;
import org.opensearch.rest.action.RestActionListener;

/** Sends what it is given as one JSON object, with status 200. */
final class JsonListener<T> extends RestActionListener<T> {
  private final CheckedBiConsumer<XContentBuilder, T, IOException> fields;

  /**
   * @param fields writes the object's fields
   */
  JsonListener(RestChannel channel, CheckedBiConsumer<XContentBuilder, T, IOException> fields) {
    super(channel);
    this.fields = fields;
  }

  @Override
  protected void processResponse(T answer) throws IOException {
    XContentBuilder json = channel.newBuilder().startObject();
    fields.accept(json, answer);
    channel.sendResponse(new BytesRestResponse(RestStatus.OK, json.endObject()));
  }
}
