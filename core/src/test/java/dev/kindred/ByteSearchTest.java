package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSearchTest {
  @TempDir private Path folder;

  private boolean finds(String wanted, String text) throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    return new ByteSearch(wanted.getBytes(StandardCharsets.ISO_8859_1)).in(file);
  }

  @Test
  void findsWhatIsThere() throws IOException {
    assertThat(finds("aab", "aaab")).isTrue();
    assertThat(finds("abab", "abaabab")).isTrue();
    assertThat(finds("x", "")).isFalse();
    assertThat(finds("abc", "ab")).isFalse();
  }

  @Test
  void agreesWithTheLibraryOnRandomText() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 500; round++) {
      String text = random(random, random.nextInt(40));
      String wanted = random(random, random.nextInt(1, 6));
      assertThat(finds(wanted, text)).as("%s in %s", wanted, text).isEqualTo(text.contains(wanted));
    }
  }

  private static String random(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }
}
