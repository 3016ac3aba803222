package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TieHashTest {
  /** Computed by an implementation in another language; stored indexes depend on every one. */
  @ParameterizedTest
  @CsvSource({
    "'', efd01f60ba992926",
    "a, 82a2a958a9bece5b",
    "1, 7c3832dde020d3d6",
    "dracula, 7cb4e9084ba1b5ed",
    "Ünïcödé, c475fecc286d7411",
    "日本語, e11518acc326d0e8",
    "😀, da89b0991f06f386",
  })
  void neverChanges(String id, String hash) {
    assertThat(Schema.tie(id)).isEqualTo(Long.parseUnsignedLong(hash, 16));
  }

  @Test
  void spreadsNumberedIds() {
    Set<Long> seen = new HashSet<>();
    int negative = 0;
    for (int i = 0; i < 100_000; i++) {
      long hash = TieHash.of(Integer.toString(i));
      seen.add(hash);
      negative += hash < 0 ? 1 : 0;
    }
    assertThat(seen).hasSize(100_000);
    assertThat(negative).isBetween(49_000, 51_000);
  }
}
