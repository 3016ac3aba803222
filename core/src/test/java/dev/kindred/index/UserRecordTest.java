package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class UserRecordTest {
  private static final UserState USER =
      new UserState(
          "u",
          List.of(
              new Event("u", "odyssey", "view", 1, Instant.EPOCH.minusMillis(5)),
              new Event("u", "dracula", Event.RATING, 4.5f, Instant.ofEpochMilli(1_000)),
              new Event("u", "é", "view", -1, Instant.ofEpochMilli(1_700_000_000_000L))),
          Map.of("country", "RO", "age", "30"));

  /** {@link #USER} as the first release wrote it. */
  private static final String FORMAT_1 =
      "01020361676502333007636f756e74727902524f02047669657706726174696e67"
          + "0309076f647973736579000000803fda0f0764726163756c610100009040"
          + "b090abfef96202c3a900000080bf";

  @Test
  void readsTheFirstFormat() throws IOException {
    byte[] stored = HexFormat.of().parseHex(FORMAT_1);
    assertThat(UserRecord.read("u", new BytesRef(stored))).isEqualTo(USER);
  }

  @Test
  void writesTheFirstFormat() throws IOException {
    assertThat(HexFormat.of().formatHex(UserRecord.write(USER))).isEqualTo(FORMAT_1);
  }

  @Test
  void keepsCounts() throws IOException {
    UserState counted =
        new UserState("u", USER.history(), USER.attributes(), Map.of("view", 7L, "purchase", 1L));
    assertThat(UserRecord.read("u", new BytesRef(UserRecord.write(counted)))).isEqualTo(counted);
  }

  @Test
  void someoneWithoutHistoryIsSomeone() throws IOException {
    UserState nobody = new UserState("n", List.of(), Map.of());
    assertThat(UserRecord.read("n", new BytesRef(UserRecord.write(nobody)))).isEqualTo(nobody);
  }

  @Test
  void keepsMilliseconds() throws IOException {
    Event precise = new Event("u", "i", "view", 1, Instant.parse("2024-05-01T10:00:00.123456Z"));
    UserState user = new UserState("u", List.of(precise), Map.of());
    assertThat(
            UserRecord.read("u", new BytesRef(UserRecord.write(user))).history().getFirst().time())
        .isEqualTo(Instant.parse("2024-05-01T10:00:00.123Z"));
  }

  @Test
  void isCompact() throws IOException {
    List<Event> history = new java.util.ArrayList<>();
    for (int i = 0; i < 500; i++) {
      history.add(
          new Event(
              "u",
              Integer.toString(1000 + i),
              "rating",
              4,
              Instant.ofEpochSecond(978_300_760L + i * 37L)));
    }
    assertThat(UserRecord.write(new UserState("u", history, Map.of()))).hasSizeLessThan(500 * 14);
  }

  @Test
  void refusesWhatANewerReleaseWrote() {
    assertThatIOException()
        .isThrownBy(() -> UserRecord.read("u", new BytesRef(new byte[] {9, 0, 0, 0})))
        .withMessage(
            "the record of user 'u' has format 9; this release reads 1 and 2: use a newer release");
  }
}
