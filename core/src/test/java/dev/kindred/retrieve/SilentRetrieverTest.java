package dev.kindred.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.World;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.Map;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A retriever with nothing to go by proposes nothing, and says why. */
class SilentRetrieverTest {
  private final World world = new World(1, 1);

  @Test
  void aSilentModelGivesItsReason() {
    Proposal proposal = new ModelRetriever("silent", null).propose(world.request(), 10);
    assertThat(proposal.query()).isInstanceOf(MatchNoDocsQuery.class);
    assertThat(proposal.query().toString()).contains("the history is empty");
  }

  @Test
  void anUnknownModelIsNamed() {
    Proposal proposal = new ModelRetriever("nobody", null).propose(world.request(), 10);
    assertThat(proposal.query().toString()).contains("no model named nobody");
  }

  @ParameterizedTest
  @CsvSource({"items, ids are missing", "popular, field is missing", "model, model is missing"})
  void whatARetrieverCannotDoWithoutIsNamed(String kind, String reason) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject(kind);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Retrievers.JSON.read(json))
        .withMessageStartingWith("retriever '" + kind + "': " + reason);
  }

  @Test
  void withoutTextNothingMatches() {
    ResolvedRequest silent =
        new ResolvedRequest(Request.EMPTY, UserState.UNKNOWN, Map.of(), null, null);
    assertThat(new TextRetriever().propose(silent, 10).query().toString())
        .contains("nothing was typed");
  }

  @Test
  void aLearnedSignalProposesNothing() {
    Proposal proposal = new ModelRetriever("learned", null).propose(world.request(), 10);
    assertThat(proposal.query()).isInstanceOf(MatchNoDocsQuery.class);
    assertThat(proposal.query().toString())
        .contains("learned@1 judges what others propose and proposes nothing");
  }

  @Test
  void onlyDislikesProposeNothing() {
    Encoding against = new Encoding.Sparse("model.sparse", Map.of("+t1", -1f), "", Map.of());
    ResolvedRequest request =
        new ResolvedRequest(
            Request.EMPTY, UserState.UNKNOWN, Map.of("sparse", against), null, null);
    assertThat(new ModelRetriever("sparse", null).propose(request, 10).query())
        .isInstanceOf(MatchNoDocsQuery.class);
  }
}
