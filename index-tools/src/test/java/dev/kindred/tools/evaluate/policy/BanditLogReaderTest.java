package dev.kindred.tools.evaluate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.read.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BanditLogReaderTest {
  @TempDir private Path folder;

  private BanditLog read(String text) throws IOException {
    Path file = folder.resolve("log.csv");
    Files.writeString(file, text);
    return BanditLogReader.read(file, List.of("extra"));
  }

  @Test
  void readsOurColumns() throws IOException {
    BanditLog log = read("item,position,reward,propensity\nb,2,0.5,0.25\na,1,1,1\n");
    assertThat(log.arms()).containsExactly("a", "b", "extra");
    assertThat(log.shown()).containsExactly(1, 0);
    assertThat(log.places()).containsExactly(1, 0);
    assertThat(log.rewards()).containsExactly(0.5, 1);
    assertThat(log.propensities()).containsExactly(0.25, 1);
    assertThat(log.pageSize()).isEqualTo(2);
    assertThat(log.affinities()).isNull();
  }

  @Test
  void readsOpenBanditColumnsWithNumbersInOrder() throws IOException {
    BanditLog log =
        read(
            """
            ,item_id,position,click,action_prob,user-item_affinity_0,user-item_affinity_1
            0,10,1,1,0.5,0.0,2.0
            1,2,3,0,0.5,1.5,0.0
            """);
    assertThat(log.arms()).containsExactly("0", "1", "2", "10", "extra");
    assertThat(log.affinities()[1]).containsExactly(1.5f, 0);
    assertThat(log.slice(1, 2).shown()).containsExactly(2);
    assertThat(log.slice(1, 2).total()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item,reward,propensity;a,x,1|reward is 'x'",
        "item,reward,propensity;a,1,0|propensity is 0.0",
        "item,reward,propensity;a,1,1.5|propensity is 1.5",
        "item,reward,propensity;a,NaN,1|'NaN'",
        "item,reward,propensity,position;a,1,1,0|position is 0",
        "item,reward;a,1|no column propensity or propensity_score",
      })
  void whatIsWrongIsSaidWithFileAndLine(String text, String problem) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .hasMessageContaining("log.csv:2")
        .hasMessageContaining(problem);
  }

  @Test
  void anEmptyLogIsRefused() {
    assertThatThrownBy(() -> read("item,reward,propensity\n")).hasMessageContaining("no rounds");
  }

  @ParameterizedTest
  @CsvSource({"random,men,46,34", "random,women,46,46", "bts,men,69,34", "bts,women,46,46"})
  void theOpenBanditLogsHaveTheirClicks(String policy, String campaign, int clicks, int arms)
      throws IOException {
    Path file = ReferenceData.path("open-bandit", policy, campaign + ".csv");
    BanditLog log = BanditLogReader.read(file, List.of());
    assertThat(log.rounds()).isEqualTo(10_000);
    assertThat(log.total()).isEqualTo(clicks);
    assertThat(log.arms()).hasSize(arms);
    assertThat(log.pageSize()).isEqualTo(3);
  }
}
