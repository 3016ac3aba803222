package dev.kindred.opensearch.stats;

import java.util.concurrent.atomic.AtomicReference;
import org.opensearch.core.action.ActionListener;
import org.opensearch.test.OpenSearchTestCase;

public class TimerTests extends OpenSearchTestCase {
  public void testBucketsCountWhatIsAtMostTheirBound() {
    Timer timer = new Timer();
    timer.add(0, false);
    timer.add(1_000_000, false);
    timer.add(1_000_001, true);
    timer.add(60_000_000_000L, false);
    assertEquals(.001, timer.bound(0), 0);
    assertEquals("up to a millisecond", 2, timer.upTo(0));
    assertEquals("up to two", 3, timer.upTo(1));
    int last = timer.size() - 1;
    assertEquals("up to ten seconds", 3, timer.upTo(last - 1));
    assertEquals(Double.POSITIVE_INFINITY, timer.bound(last), 0);
    assertEquals(4, timer.upTo(last));
    assertEquals(4, timer.count());
    assertEquals(1, timer.failures());
    assertEquals(60.002000001, timer.seconds(), 1e-12);
  }

  public void testAnswersAndFailuresPassAndAreCounted() {
    Timers timers = new Timers();
    AtomicReference<Object> heard = new AtomicReference<>();
    ActionListener<String> listener = ActionListener.wrap(heard::set, heard::set);
    timers.timed("resolve", listener).onResponse("answer");
    assertEquals("answer", heard.get());
    Exception problem = new IllegalStateException("no");
    timers.timed("resolve", listener).onFailure(problem);
    assertSame(problem, heard.get());
    timers.timed("explain", listener);
    assertEquals(2, timers.all().get("resolve").count());
    assertEquals(1, timers.all().get("resolve").failures());
    assertEquals("not answered yet", 0, timers.all().get("explain").count());
  }
}
