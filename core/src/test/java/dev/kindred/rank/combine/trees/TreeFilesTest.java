package dev.kindred.rank.combine.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of files that are broken, or of a kind that a ranking has no use for. */
class TreeFilesTest {
  private static final String LIGHTGBM = "lightgbm-lambdarank.txt";
  private static final String XGBOOST = "xgboost-ndcg.json";
  private static final String RANKLIB = "ranklib-lambdamart.xml";

  private static ThrowingCallable reading(String name, String text) {
    return () -> TreeFiles.parse(name, text);
  }

  private static ThrowingCallable replacing(String name, String from, String to) {
    String text = Fixture.text(name);
    assertThat(text).containsPattern(from);
    return reading(name, text.replaceFirst(from, to));
  }

  @Test
  void tellsWhatItRead() {
    TreeModel lightGbm = Fixture.of(LIGHTGBM).model();
    assertThat(lightGbm.source()).isEqualTo("lightgbm lambdarank");
    assertThat(lightGbm.features()).containsExactly("signal0", "signal1", "signal2", "signal3");
    assertThat(lightGbm.forest()).hasToString("8 trees with 56 leaves");
    assertThat(Fixture.of(XGBOOST).model().source()).isEqualTo("xgboost rank:ndcg");
    assertThat(Fixture.of(XGBOOST).model().features()).hasSize(4);
    assertThat(Fixture.of(RANKLIB).model().features()).isEmpty();
  }

  @Test
  void readsFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("m"), Fixture.text(XGBOOST));
    assertThat(TreeFiles.read(file).forest()).isEqualTo(Fixture.of(XGBOOST).model().forest());
    Path binary = Files.write(folder.resolve("b"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> TreeFiles.read(binary)).hasMessageContaining("b: is not text");
  }

  @Test
  void namesWhatItKnows() {
    assertThatThrownBy(reading("m.bin", "binf...")).hasMessageStartingWith("m.bin:1: begins with");
    assertThatThrownBy(reading("m.bin", "")).hasMessageContaining("LightGBM's text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "num_class=1; num_class=3; :3: num_class is 3, expected 1",
        "max_feature_idx=3; x=3; no line max_feature_idx=",
        "max_feature_idx=3; max_feature_idx=many; :6: \"many\" is no whole number",
        "max_feature_idx=3; max_feature_idx=1; asks feature",
        "num_leaves=7; num_leaves=8; has 7 values, expected 8",
        "num_leaves=7; num_leaves=0; tree 0 is no tree: it has no leaf",
        "feature_names=\\S+; feature_names=; :8: feature_names has 3 names, expected 4",
        "threshold=\\S+; threshold=abc; threshold: \"abc\" is no number",
        "left_child=\\S+; left_child=0.5; left_child: 0.5 is no whole number",
        "left_child=\\S+; left_child=5; tree 0 is no tree: node",
        "left_child=\\S+; left_child=99; does not exist",
        "decision_type=\\S+; decision_type=1; node 0 of tree 0 is categorical",
        "is_linear=0; is_linear=1; a linear tree",
        "end of trees; fin; the file is cut off",
        "Tree=7; Twig=7; 7 trees, then no"
      })
  void saysWhichLineOfLightGbmIsWrong(String from, String to, String expected) {
    assertThatThrownBy(replacing(LIGHTGBM, from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(LIGHTGBM + ":")
        .hasMessageContaining(expected);
  }

  /** A threshold above every value: only missing ones go right. */
  @Test
  void readsInfinityAsCPrintsIt() {
    String text =
        Fixture.text(LIGHTGBM).replaceAll("threshold=.+", "threshold=inf inf inf inf inf inf");
    Forest forest = TreeFiles.parse(LIGHTGBM, text).forest();
    assertThat(forest.predict(new double[] {1e300, 1, 1, 1}))
        .isEqualTo(forest.predict(new double[] {-1e300, 1, 1, 1}));
  }

  @Test
  void everyCutLightGbmFileIsRefused() {
    String text = Fixture.text(LIGHTGBM);
    int whole = text.indexOf("end of trees") + "end of trees".length();
    for (int length = 4; length < whole; length += 7) {
      String cut = text.substring(0, length);
      assertThatThrownBy(reading(LIGHTGBM, cut))
          .as("the first %d characters", length)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(LIGHTGBM + ":");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"learner\"; \"teacher\"; learner: is missing",
        "rank:ndcg; multi:softmax; learner.objective.name: \"multi:softmax\", expected one of",
        "\"num_class\":\"0\"; \"num_class\":\"3\"; 3 classes, expected a gbtree of one score",
        "\"trees\":; \"trunks\":; model.trees: is missing",
        "\"base_score\":\"[^\"]*\"; \"base_score\":\"none\"; \"none\" is no number",
        "\"left_children\":\\[1,; \"left_children\":[77,; trees[0]: a child is 77",
        "\"left_children\":\\[1,; \"left_children\":[2,; trees[0]: is no tree",
        "\"feature_names\":\\[[^,]+,; \"feature_names\":[; feature_names: has 3 names, expected 4",
        "\"split_type\":\\[0; \"split_type\":[1; node 0 is categorical",
        "\"default_left\":\\[; \"default_left\":[1,; trees[0].default_left: has 14 values",
        "\"sum_hessian\":\\[; \"sum_hessian\":[\"x\",; trees[0].sum_hessian: has"
      })
  void saysWhichPartOfXgboostIsWrong(String from, String to, String expected) {
    assertThatThrownBy(replacing(XGBOOST, from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(XGBOOST + ":")
        .hasMessageContaining(expected);
  }

  @Test
  void refusesBrokenJson() {
    assertThatThrownBy(reading("m.json", "{\"learner\":\n {]")).hasMessageStartingWith("m.json:2:");
    String dart =
        "{\"learner\":{\"gradient_booster\":{\"name\":\"dart\"},\"learner_model_param\":{}}}";
    assertThatThrownBy(reading("m.json", dart)).hasMessageContaining("dart of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<ensemble>; <forest>; :8: <forest>, expected <ensemble>",
        "weight=\"0.1\"; weight=\"x\"; :9: \"x\" is no number",
        "<feature> 1; <feature> 0; :11: feature 0.0, expected a whole number from 1",
        "<threshold>; <thresh>; :12: ",
        "pos=\"left\"; pos=\"right\"; :13: pos is right, expected left",
        "<output>; <input>; :14: ",
        "</ensemble>; ; is not well-formed"
      })
  void saysWhichLineOfRankLibIsWrong(String from, String to, String expected) {
    assertThatThrownBy(replacing(RANKLIB, from, to == null ? "" : to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(RANKLIB + ":")
        .hasMessageContaining(expected);
  }

  /** A file must not make the reader open other files, nor expand without end. */
  @Test
  void followsNoEntities() {
    String evil =
        "## LambdaMART\n<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<ensemble><tree id=\"1\" weight=\"1\"><split><output>&x;</output></split></tree></ensemble>";
    assertThatThrownBy(reading("m.xml", evil)).hasMessageStartingWith("m.xml:");
    String deep =
        "<ensemble><tree id=\"1\" weight=\"1\">"
            + "<split pos=\"left\"><feature>1</feature><threshold>1</threshold>".repeat(1500);
    assertThatThrownBy(reading("m.xml", deep)).hasMessageContaining("more than 1000");
  }
}
