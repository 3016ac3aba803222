package dev.kindred.opensearch.ask;

import java.util.Optional;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.index.IndexNotFoundException;
import org.opensearch.test.OpenSearchSingleNodeTestCase;

public class ShelfTests extends OpenSearchSingleNodeTestCase {
  private Shelf fetched(Shelf shelf) {
    PlainActionFuture<Shelf> filled = PlainActionFuture.newFuture();
    shelf.fetch(client(), filled);
    return filled.actionGet();
  }

  public void testWhatIsMissingIsFetchedOnce() {
    client().prepareIndex("shop").setId("dracula").setSource("title", "Dracula").get();
    Shelf shelf = new Shelf("shop");
    assertTrue("nothing was asked for", shelf.complete());
    assertEquals(Optional.empty(), shelf.find("dracula"));
    assertEquals(Optional.empty(), shelf.find("nosuch"));
    assertFalse(shelf.complete());
    fetched(shelf);
    assertEquals("Dracula", shelf.find("dracula").orElseThrow().text("title"));
    assertEquals(Optional.empty(), shelf.find("nosuch"));
    assertTrue("what does not exist is known not to", shelf.complete());
  }

  public void testWhatCannotBeFetchedIsAFailureAndNoAbsence() {
    Shelf shelf = new Shelf("deleted");
    assertEquals(Optional.empty(), shelf.find("dracula"));
    expectThrows(IndexNotFoundException.class, () -> fetched(shelf));
  }
}
