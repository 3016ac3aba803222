package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the bytes, a reader reads them or refuses them with its own error. */
class FuzzTest {
  private static final int ROUNDS = 400;
  private static final List<String> SEEDS =
      List.of(
          "user,item,type,value,timestamp\na,b,view,1,1000\nc,\"d\",buy,2.5,2026-01-31T12:00:00Z\n",
          "id,title,tags,published\n1,\"A \"\"b\"\"\",x|y,1999\n2,B,z,2001-02-03\n",
          "{\"user\":\"u\",\"item\":\"i\",\"value\":1.5,\"timestamp\":5}\n{\"id\":1,\"t\":[1,2]}\n",
          "{\"action_name\":\"x\",\"user_id\":\"u\",\"event_attributes\":{\"object\":{\"object_id\":1}}}\n",
          "user_id:token\titem_id:token\trating:float\nu\ti\t3\n",
          "1::2::3::978300760\n2::3::4::978300761\n",
          "196\t242\t3\t881250949\n",
          "u a b c\nv d\n",
          "u a\nv b\n");
  private static final List<String> BITS =
      List.of(
          ",",
          "\"",
          "\n",
          "\r\n",
          "\t",
          "::",
          "|",
          "{",
          "}",
          "[",
          "]",
          ":",
          "NaN",
          "-1",
          "1e999",
          "null",
          "\\",
          "\\u12",
          "\uFEFF",
          "\u0000",
          "é",
          "\uD83D\uDE00",
          " ",
          "99999999999999999999",
          "2026-13-45",
          "0x1p3",
          "user",
          "item",
          "id");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void noReaderCrashes(Format format) {
    SplittableRandom random = new SplittableRandom(7919 + format.toString().hashCode());
    Inputs lenient = new Inputs(ItemFields.INFERRED, EventColumns.COMMON, BadLines.skip(3));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutated(random);
      Path file = Files4Tests.write(folder, "fuzz", bytes);
      Inputs inputs = random.nextBoolean() ? Inputs.STRICT : lenient;
      check(
          bytes,
          () -> inputs.events(file, format).read((u, i, t, v, at) -> checkEvent(u, i, v, at)));
      check(
          bytes, () -> inputs.items(file, format).read(item -> assertThat(item.id()).isNotBlank()));
    }
  }

  private static void checkEvent(String user, String item, float value, long time) {
    assertThat(user.strip()).isEqualTo(user).isNotEmpty();
    assertThat(item.strip()).isEqualTo(item).isNotEmpty();
    assertThat(value).isFinite();
    assertThat(time).isNotNegative();
  }

  private static void check(byte[] bytes, Runnable reading) {
    try {
      reading.run();
    } catch (InputException refused) {
      assertThat(refused.getMessage()).contains("fuzz").contains("; ");
    } catch (RuntimeException crash) {
      throw new AssertionError("crashed on " + new String(bytes, StandardCharsets.UTF_8), crash);
    }
  }

  private static byte[] mutated(SplittableRandom random) {
    StringBuilder text = new StringBuilder(one(SEEDS, random));
    for (int edits = random.nextInt(6); edits > 0; edits--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, one(BITS, random));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(5)));
        default -> text.append(one(SEEDS, random));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static String one(List<String> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
