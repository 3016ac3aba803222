package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushCommandTest {
  private static Cli.Run push(String to, String name, String... more) {
    String[] words = {"push", "--index", "nosuch", "--to", to, "--name", name};
    return Cli.run(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9200", "localhost", "ftp://here", "http://", "http:here", ""})
  void whatIsNoAddressIsWrongUsage(String to) {
    Cli.Run run = push(to, "shop");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("'" + to + "' is no address of a cluster; write it like http://127.0.0.1:9200");
  }

  @ParameterizedTest
  @CsvSource({
    "Shop, 1, 1, --name is 'Shop'",
    "-shop, 1, 1, --name is '-shop'",
    "shop, 0, 1, shards must be at least 1",
    "shop, 1, -1, replicas at least 0"
  })
  void whatNoIndexCanBeIsWrongUsage(String name, String shards, String replicas, String reason) {
    Cli.Run run = push("http://127.0.0.1:1", name, "--shards=" + shards, "--replicas=" + replicas);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(reason);
  }
}
