package dev.kindred.tools.cli;

import dev.kindred.index.Schema;
import dev.kindred.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "recommend",
    description = "For you, or what next: items for a user or after a visitor's history.",
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred recommend --user 196 --index index --filter year>=1995",
      "  kindred recommend --history dracula,carmilla --index index --json"
    })
final class RecommendCommand extends Asking {
  @Option(
      names = "--domain",
      paramLabel = "D",
      description = "Recommend items of this domain only.")
  private String domain;

  @Override
  Request ask(Request common) {
    if (options().user == null && options().history.isEmpty()) {
      throw wrongUsage("who is it for? give --user U or --history ID,ID,…");
    }
    return common;
  }

  @Override
  Request narrowed(Request request, Schema schema) {
    if (domain == null) {
      return request;
    }
    if (schema.domain() == null) {
      throw new IllegalArgumentException(
          "--domain is "
              + domain
              + ", but no field of this index tells domains apart; leave it out, or name the field"
              + " as items.domain and build again");
    }
    return request.filter(schema.domain(), "=", domain);
  }
}
