package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class FieldQueriesTest {
  private final FieldQueries queries = new FieldQueries(Books.SCHEMA);
  private final Directory index;

  FieldQueriesTest() throws IOException {
    index = Books.index();
  }

  private Set<String> found(Query query) throws IOException {
    return Books.find(index, query);
  }

  @Test
  void keywordsAreEqualToTheLetter() throws IOException {
    assertThat(found(queries.equal("tags", "gothic"))).containsExactly("carmilla", "dracula");
    assertThat(found(queries.equal("tags", "vampire fiction"))).containsExactly("dracula");
    assertThat(found(queries.equal("tags", "vampire"))).isEmpty();
    assertThat(found(queries.equal("tags", "Gothic"))).isEmpty();
    assertThat(found(queries.equal("shelf", "poetry"))).containsExactly("odyssey");
  }

  @Test
  void notEqualHoldsWithoutTheField() throws IOException {
    assertThat(found(queries.notEqual("tags", "gothic"))).containsExactly("blank", "odyssey");
    assertThat(found(queries.notEqual("price", "7")))
        .containsExactly("blank", "dracula", "odyssey");
    assertThat(found(queries.notEqual("published", "1897")))
        .containsExactly("blank", "carmilla", "odyssey");
  }

  @Test
  void comparesNumbers() throws IOException {
    assertThat(found(queries.equal("price", "7.0"))).containsExactly("carmilla");
    assertThat(found(queries.atLeast("price", "7"))).containsExactly("carmilla", "dracula");
    assertThat(found(queries.atMost("price", "7"))).containsExactly("carmilla", "odyssey");
    assertThat(found(queries.atMost("price", "-0.5"))).containsExactly("odyssey");
  }

  @Test
  void comparesTimes() throws IOException {
    assertThat(found(queries.equal("published", "1872"))).containsExactly("carmilla");
    assertThat(found(queries.equal("published", "1872-04"))).isEmpty();
    assertThat(found(queries.atLeast("published", "1872-03-01")))
        .containsExactly("carmilla", "dracula");
    assertThat(found(queries.atLeast("published", "1872-03-02"))).containsExactly("dracula");
    assertThat(found(queries.atMost("published", "1872"))).containsExactly("carmilla", "odyssey");
    assertThat(found(queries.atMost("published", "-700"))).containsExactly("odyssey");
    String millis = Long.toString(Moment.of("1872-03-01").first());
    assertThat(found(queries.equal("published", millis))).containsExactly("carmilla");
  }

  @Test
  void findsIds() throws IOException {
    assertThat(found(FieldQueries.ids(List.of("blank", "dracula", "nobody"))))
        .containsExactly("blank", "dracula");
    assertThat(found(FieldQueries.ids(List.of()))).isEmpty();
  }

  @Test
  void namesTheFieldsOneCanFilterBy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queries.equal("prize", "3"))
        .withMessage(
            "unknown filter field \"prize\"; did you mean price? known: author, price, published,"
                + " shelf, tags");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queries.equal("title", "Dracula"))
        .withMessageContaining("\"title\" is full text or a vector")
        .withMessageContaining("author, price, published, shelf, tags");
  }

  @Test
  void namesFieldValueAndExpectation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queries.atMost("price", "cheap"))
        .withMessage("filter field \"price\" expects a number, got \"cheap\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queries.atMost("price", "NaN"))
        .withMessageContaining("expects a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queries.atLeast("published", "soon"))
        .withMessageStartingWith("filter field \"published\" expects a year, an ISO-8601 date");
  }

  @Test
  void keywordsHaveNoOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queries.atLeast("author", "K"))
        .withMessage(
            "filter field \"author\" is a keyword and has no order; got >= \"K\", expected = or"
                + " !=");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queries.atMost("shelf", "K"))
        .withMessageContaining("got <= \"K\"");
  }
}
