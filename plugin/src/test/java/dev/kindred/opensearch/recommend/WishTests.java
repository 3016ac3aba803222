package dev.kindred.opensearch.recommend;

import dev.kindred.opensearch.ask.Ask;
import org.opensearch.test.OpenSearchTestCase;

public class WishTests extends OpenSearchTestCase {
  private static Wish wish(int from, int size, double diversity) {
    return new Wish(Ask.NOTHING, null, from, size, diversity, false);
  }

  private static void refused(String reason, int from, int size, double diversity) {
    Exception problem =
        expectThrows(IllegalArgumentException.class, () -> wish(from, size, diversity));
    assertEquals(reason, problem.getMessage());
  }

  public void testAPageIsBounded() {
    assertEquals(0, wish(0, 0, 0).size());
    assertEquals(1000, wish(Integer.MAX_VALUE, 1000, 1).size());
    refused("[from] must be at least 0, was -1", -1, 10, 0);
    refused("[size] must be 0 to 1000, was -1", 0, -1, 0);
    refused("[size] must be 0 to 1000, was 1001", 0, 1001, 0);
    refused("[diversity] must be 0 to 1, was -0.1", 0, 10, -0.1);
    refused("[diversity] must be 0 to 1, was 1.1", 0, 10, 1.1);
    refused("[diversity] must be 0 to 1, was NaN", 0, 10, Double.NaN);
  }
}
