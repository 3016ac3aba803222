package dev.kindred.opensearch.mapper;

import dev.kindred.index.Schema;
import dev.kindred.opensearch.KindredPlugin;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.mapper.MapperServiceTestCase;
import org.opensearch.index.mapper.ParseContext;
import org.opensearch.index.mapper.SourceToParse;
import org.opensearch.plugins.Plugin;

public class TieFieldMapperTests extends MapperServiceTestCase {
  @Override
  protected Collection<? extends Plugin> getPlugins() {
    return List.of(new KindredPlugin());
  }

  private ParseContext.Document parsed(XContentBuilder mapping, String id) throws IOException {
    DocumentMapper mapper = createDocumentMapper(mapping);
    SourceToParse source = source(json -> {});
    return mapper
        .parse(new SourceToParse("index", id, source.source(), source.getMediaType()))
        .rootDoc();
  }

  public void testEveryDocumentHasTheHashOfItsIdAsTheLibraryCountsIt() throws IOException {
    XContentBuilder on =
        topMapping(json -> json.startObject("_tie").field("enabled", true).endObject());
    for (String id : List.of("dracula", "carmilla", "ö")) {
      long tie = parsed(on, id).getField("_tie").numericValue().longValue();
      assertEquals(id, Schema.tie(id), tie);
    }
  }

  public void testItIsOffUntilItIsSwitchedOn() throws IOException {
    assertNull(parsed(mapping(json -> {}), "dracula").getField("_tie"));
  }
}
