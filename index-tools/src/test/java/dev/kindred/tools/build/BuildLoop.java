package dev.kindred.tools.build;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Builds the shop again and again, telling each phase on standard output, until it is killed. */
public final class BuildLoop {
  private BuildLoop() {}

  /**
   * @param args the folder of the shop
   */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]), System.out);
  }

  private static void run(Path folder, PrintStream out) throws IOException {
    Shop shop = Shop.at(folder);
    while (true) {
      new IndexBuilder(
              new BuildListener() {
                @Override
                public void started(String phase) {
                  out.println(phase);
                  out.flush();
                }
              })
          .build(shop.spec(Shop.models("popularity", "content", "itemknn")));
    }
  }

  static void once(Path folder) throws IOException {
    Shop.build(Shop.at(folder).spec(Shop.models("popularity", "content", "itemknn")));
  }
}
