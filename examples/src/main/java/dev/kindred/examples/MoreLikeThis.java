package dev.kindred.examples;

import dev.kindred.Recommender;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Items like another one, with reasons: the smallest use of an index folder.
 *
 * <p>{@code java … dev.kindred.examples.MoreLikeThis INDEX ITEM}
 */
public final class MoreLikeThis {
  private MoreLikeThis() {}

  public static void main(String[] args) throws IOException {
    show(Path.of(args[0]), args[1], System.out);
  }

  /** Prints five items like this one. */
  static void show(Path index, String item, PrintStream out) throws IOException {
    try (Recommender shop = Recommender.open(index)) {
      Recommendations page = shop.recommend(Request.like(item).size(5).explain());
      for (Scored similar : page.items()) {
        out.println(similar.fields().get("title") + ", " + similar.score());
        similar
            .reasons()
            .forEach(reason -> out.println("  " + reason.signal() + " " + reason.because()));
      }
    }
  }
}
