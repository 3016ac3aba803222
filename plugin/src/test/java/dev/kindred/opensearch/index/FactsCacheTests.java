package dev.kindred.opensearch.index;

import java.io.IOException;
import org.opensearch.Version;
import org.opensearch.cluster.metadata.IndexMetadata;
import org.opensearch.cluster.metadata.Metadata;
import org.opensearch.common.settings.Settings;
import org.opensearch.test.OpenSearchTestCase;

public class FactsCacheTests extends OpenSearchTestCase {
  private static final String VERSION = "ease@2026-11-26T00:00:00Z";

  private static IndexMetadata index(String name, int format) throws IOException {
    String facts =
        """
        {"_meta": {"kindred": {
          "format": %d,
          "schema": {"text": [], "keywords": [], "numbers": [], "vectors": {}},
          "ranking": {},
          "models": {"ease": "%s"},
          "users": "shop-users"}}}
        """
            .formatted(format, VERSION);
    return IndexMetadata.builder(name)
        .settings(
            Settings.builder()
                .put(IndexMetadata.SETTING_VERSION_CREATED, Version.CURRENT)
                .put(IndexMetadata.SETTING_INDEX_UUID, name))
        .numberOfShards(1)
        .numberOfReplicas(0)
        .putMapping(facts)
        .build();
  }

  private static FactsCache of(IndexMetadata... indices) {
    Metadata.Builder metadata = Metadata.builder();
    for (IndexMetadata index : indices) {
      metadata.put(index, false);
    }
    Metadata built = metadata.build();
    return new FactsCache(() -> built);
  }

  public void testAnIndexThatCannotBeReadHidesNoneThatNeedsTheModel() throws IOException {
    for (int i = 0; i < 20; i++) {
      FactsCache cache = of(index("shop", IndexFacts.FORMAT), index("newer" + i, 99));
      assertTrue(cache.needs(VERSION));
    }
  }

  public void testWhatCannotBeReadMightNeedAnyModel() throws IOException {
    FactsCache cache = of(index("shop", IndexFacts.FORMAT), index("newer", 99));
    IllegalArgumentException e =
        expectThrows(IllegalArgumentException.class, () -> cache.needs("als@1"));
    assertTrue(
        e.getMessage(), e.getMessage().startsWith("index [newer] has _meta.kindred of format 99"));
    assertFalse(of(index("shop", IndexFacts.FORMAT)).needs("als@1"));
  }
}
