package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.push.Cluster.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Hostile requests, one after the other, and what became of them. Not thread-safe. */
final class Siege {
  private static final int SHOWN = 1000;

  private final Map<String, Integer> answers = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** Sends so many of the seed to the nodes in turn. */
  void lay(List<URI> nodes, String index, String item, int count, long seed)
      throws InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    try (Raw raw = new Raw()) {
      for (int i = 0; i < count; i++) {
        Hostile hostile = Hostile.draw(random, index, item);
        judge(i, hostile, raw.send(nodes.get(i % nodes.size()), hostile));
      }
    }
  }

  private void judge(int number, Hostile hostile, Reply reply) {
    answers.merge(hostile.kind() + " " + reply.status(), 1, Integer::sum);
    if (reply.status() / 100 != 4 || Raw.reason(reply).isBlank()) {
      String body = reply.body().toString();
      wrong.add(
          "request "
              + number
              + ", "
              + hostile.kind()
              + ": "
              + hostile.method()
              + " "
              + hostile.path()
              + " gets "
              + reply.status()
              + " "
              + body.substring(0, Math.min(SHOWN, body.length())));
    }
  }

  /** How often each kind got each status. */
  Map<String, Integer> answers() {
    return answers;
  }

  /** Requests that were not refused with a reason. */
  List<String> wrong() {
    return wrong;
  }

  void requireAllRefused(long seed) {
    assertThat(wrong.stream().limit(20)).as("%d of seed %d", wrong.size(), seed).isEmpty();
  }
}
