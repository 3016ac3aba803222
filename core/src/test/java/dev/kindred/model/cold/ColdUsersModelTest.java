package dev.kindred.model.cold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.EventWeights;
import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.factor.AlsModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColdUsersModelTest extends ModelContract {
  private static final Encoding.None SILENT = new Encoding.None("the history is empty");

  @Override
  protected ColdUsersModel model() {
    return new ColdUsersModel(
        Tastes.manifest("coldusers", "coldusers", List.of()),
        IdMap.of(List.of("age=20", "gender=F")),
        Map.of("model.als", new float[] {1, 2, 10, 20, 0.5f, 0.25f}));
  }

  @Override
  protected List<Item> items() {
    return List.of(new Item("i0", Map.of()), new Item("i1", Map.of()));
  }

  private static Model als(String name) {
    Manifest manifest = Tastes.manifest("als", name, AlsModel.fields(name, 2));
    return new AlsModel(
        manifest,
        new AlsModel.Settings(2, 4, 0.5, 0.1, 0),
        IdMap.of(List.of("i0")),
        new float[] {1, 2});
  }

  private Encoding complete(
      String model, Map<String, String> attributes, Map<String, String> context) {
    Situation known = Tastes.among();
    Situation situation =
        new Situation(known.now(), context, "", EventWeights.EQUAL, known.catalogue());
    UserState user = new UserState("u", List.of(), attributes);
    return model().complete(als(model), user, situation, SILENT);
  }

  private static float[] vector(Encoding encoding) {
    return ((Encoding.Dense) encoding).vector();
  }

  @Test
  void declaredFactsMakeAPlace() {
    assertThat(vector(complete("als", Map.of("age", "20"), Map.of()))).containsExactly(1.5f, 2.25f);
    assertThat(vector(complete("als", Map.of("age", "20", "gender", "F"), Map.of())))
        .containsExactly(11.5f, 22.25f);
  }

  @Test
  void theContextSpeaksWhereNothingIsDeclared() {
    assertThat(vector(complete("als", Map.of(), Map.of("gender", "F", "device", "mobile"))))
        .containsExactly(10.5f, 20.25f);
    assertThat(complete("als", Map.of("gender", "M"), Map.of("gender", "F"))).isSameAs(SILENT);
  }

  @Test
  void ofAStrangerNothingIsSaid() {
    assertThat(complete("als", Map.of(), Map.of())).isSameAs(SILENT);
    assertThat(complete("als", Map.of("age", "90"), Map.of())).isSameAs(SILENT);
    assertThat(complete("bpr", Map.of("age", "20"), Map.of())).isSameAs(SILENT);
  }

  @Test
  void itsOwnEncodingIsNone() {
    assertThat(model().encode(Tastes.liking("i0"), Tastes.among()))
        .isInstanceOfSatisfying(
            Encoding.None.class,
            none -> assertThat(none.reason()).startsWith("coldusers predicts"));
  }
}
