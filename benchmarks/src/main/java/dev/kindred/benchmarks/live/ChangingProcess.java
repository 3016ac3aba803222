package dev.kindred.benchmarks.live;

import dev.kindred.Recommender;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Changes items without a pause until it is killed, and prints which changes are acknowledged. */
final class ChangingProcess {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ChangingProcess() {}

  /**
   * @param args the index, the number of the first change, then the ids of the items
   */
  public static void main(String[] args) throws IOException {
    Changes changes = new Changes(List.of(args).subList(2, args.length));
    try (Recommender shop = Readers.open(Path.of(args[0]))) {
      for (long number = Long.parseLong(args[1]); ; number++) {
        shop.receive(changes.events(number, Readers.NOW));
        if (number % Changes.PRICED == 0) {
          shop.set(changes.prices(number));
        }
        if (number % Changes.REWARDED == 0) {
          shop.recommend(ItemKillHarness.ALL.size(changes.items().size()), Changes.answer(number));
          shop.reward(changes.rewards(number));
        }
        if (number % Changes.SEEN == 0) {
          shop.refresh();
        }
        OUT.print(number + "\n");
        OUT.flush();
      }
    }
  }
}
