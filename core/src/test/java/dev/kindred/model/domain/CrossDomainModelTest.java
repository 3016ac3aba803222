package dev.kindred.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.factor.AlsModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossDomainModelTest extends ModelContract {
  private static final int K = 2;
  private static final AlsModel.Settings FOLD_IN = new AlsModel.Settings(K, 4, 0.5, 0.1, 0);
  private static final float[] QUARTER_TURN = {0, 1, -1, 0};

  private static Bridge plain(double reach) {
    return new Bridge(K, QUARTER_TURN, new float[] {0.25f, 0}, reach, null);
  }

  private static Bridge personal() {
    Bridge.Companions companions =
        new Bridge.Companions(new float[] {1, 0, 0, 1}, new float[] {0.5f, 0, 0, -0.5f}, 0.1);
    return new Bridge(K, QUARTER_TURN, new float[] {0.25f, 0}, 0.5, companions);
  }

  private static CrossDomainModel model(Bridge[][] bridges, double trust) {
    CrossDomainModel.Domain books =
        new CrossDomainModel.Domain(
            IdMap.of(List.of("i0", "b1", "b2")), new float[] {1, 0, 0.5f, 0.5f, 0, 0});
    CrossDomainModel.Domain films =
        new CrossDomainModel.Domain(IdMap.of(List.of("f0", "f1")), new float[] {0, 1, 1, 0});
    return new CrossDomainModel(
        Tastes.manifest("crossdomain", "crossdomain", CrossDomainModel.fields("crossdomain", 2, K)),
        new CrossDomainModel.Settings(List.of("book", "film"), trust, FOLD_IN),
        List.of(books, films),
        bridges);
  }

  @Override
  protected CrossDomainModel model() {
    return model(new Bridge[][] {{null, personal()}, {plain(0.25), null}}, 2);
  }

  @Override
  protected List<Item> items() {
    return Stream.of("i0", "b1", "b2", "f0", "f1").map(id -> new Item(id, Map.of())).toList();
  }

  private static Encoding.Dense encode(CrossDomainModel model, String... liked) {
    return (Encoding.Dense) model.encode(Tastes.liking(liked), Tastes.among());
  }

  @Test
  void anItemFillsTheBlockOfItsDomain() {
    assertThat(FieldScores.of(model(), "b1").vector("model.crossdomain"))
        .containsExactly(0.5f, 0.5f, 0, 0);
    assertThat(FieldScores.of(model(), "f1").vector("model.crossdomain"))
        .containsExactly(0, 0, 1, 0);
    assertThat(FieldScores.of(model(), "b2").isEmpty()).isTrue();
    assertThat(FieldScores.of(model(), "elsewhere").isEmpty()).isTrue();
  }

  @Test
  void aReaderIsKnownAmongFilmsByTheBridge() {
    Bridge[][] bridges = {{null, plain(1)}, {null, null}};
    float[] vector = encode(model(bridges, 2), "i0").vector();
    assertThat(vector[0]).isPositive();
    assertThat(vector[2]).isEqualTo(0.25f - vector[1]);
    assertThat(vector[3]).isEqualTo(vector[0]);
  }

  @Test
  void withoutABridgeNothingIsSaidElsewhere() {
    float[] vector = encode(model(new Bridge[2][2], 2), "i0").vector();
    assertThat(vector[0]).isPositive();
    assertThat(vector[2]).isZero();
    assertThat(vector[3]).isZero();
  }

  @Test
  void theOwnHistoryIsTrustedAsItGrows() {
    Bridge[][] bridges = {{null, plain(1)}, {null, null}};
    float[] alone = encode(model(new Bridge[2][2], 1), "i0", "f0").vector();
    float[] both = encode(model(bridges, 1), "i0", "f0").vector();
    float[] mapped = encode(model(bridges, 1), "i0").vector();
    for (int f = 2; f < 4; f++) {
      assertThat(both[f]).isCloseTo((alone[f] + mapped[f]) / 2, within(1e-6f));
    }
  }

  @Test
  void whatWasReadIsTheReasonForAFilm() {
    Encoding.Dense dense = encode(model(), "i0", "b1");
    assertThat(dense.parts()).containsOnlyKeys("i0", "b1");
    float[] rest = personal().rest(java.util.Arrays.copyOf(dense.vector(), K));
    for (int f = 0; f < 2 * K; f++) {
      float parts = dense.parts().get("i0")[f] + dense.parts().get("b1")[f];
      float offset = f < K ? 0 : rest[f - K];
      assertThat(dense.vector()[f]).isCloseTo(parts + offset, within(1e-6f));
    }
  }

  @Test
  void attentionGoesToTheMostAlike() {
    assertThat(personal().rest(new float[] {3, 0})[0]).isCloseTo(0.75f, within(1e-4f));
    assertThat(personal().rest(new float[] {0, 3})[1]).isCloseTo(-0.5f, within(1e-4f));
    assertThat(personal().rest(new float[] {0, 0})).containsExactly(0.5f, -0.25f);
  }
}
