package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bytes to checked bytes to lines, against the JDK's own decoder and line splitter. */
class BytesTest {
  private static final int[] LEADS = {
    0x41, 0x0A, 0xC2, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xC0, 0xF8
  };

  @Test
  void theGuardPassesExactlyWhatIsUtf8() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    int sound = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(6)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            (byte)
                (random.nextInt(3) == 0
                    ? LEADS[random.nextInt(LEADS.length)]
                    : 0x80 + random.nextInt(0x40));
      }
      boolean expected = decodes(bytes);
      assertThat(passes(bytes))
          .as("%s", java.util.HexFormat.of().formatHex(bytes))
          .isEqualTo(expected);
      sound += expected ? 1 : 0;
    }
    assertThat(sound).isGreaterThan(100);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean passes(byte[] bytes) throws IOException {
    try (InputStream in = new Utf8Guard("x", buffered(bytes))) {
      in.readAllBytes();
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  private static InputStream buffered(byte[] bytes) {
    return new BufferedInputStream(new ByteArrayInputStream(bytes));
  }

  @Test
  void theGuardDropsTheMarkOnlyAtTheStart() throws IOException {
    byte[] bytes = "\uFEFFa\uFEFFb".getBytes(StandardCharsets.UTF_8);
    try (InputStream in = new Utf8Guard("x", buffered(bytes))) {
      assertThat(in.read()).isEqualTo('a');
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("\uFEFFb");
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.markSupported()).isFalse();
    }
  }

  @Test
  void linesAreTheJdksLinesWithoutBlankOnes() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(50); i > 0; i--) {
        text.append(
            "é".repeat(random.nextInt(4) == 0 ? random.nextInt(40_000) : random.nextInt(3)));
        text.append(random.nextBoolean() ? "\n" : "\r\n");
      }
      text.append(random.nextBoolean() ? "end" : "");
      List<String> lines = new ArrayList<>();
      InputStream in = buffered(text.toString().getBytes(StandardCharsets.UTF_8));
      try (LineReader reader = new LineReader("x", in, StandardCharsets.UTF_8)) {
        for (String line = reader.next(); line != null; line = reader.next()) {
          lines.add(line);
        }
        assertThat(reader.line()).isEqualTo(text.toString().lines().count());
      }
      assertThat(lines).isEqualTo(text.toString().lines().filter(l -> !l.isBlank()).toList());
    }
  }
}
