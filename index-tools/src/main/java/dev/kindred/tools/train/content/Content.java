package dev.kindred.tools.train.content;

import dev.kindred.data.Dataset;
import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.internal.text.Analyzers;
import dev.kindred.model.Manifest;
import dev.kindred.model.content.ContentModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts in how many items each word occurs: TF-IDF.
 *
 * @param analyzer what makes terms of text
 * @param text text fields
 * @param keywords keyword fields; each value counts as one term
 * @param terms how many of a user's terms a request carries
 * @param history how many of the latest items a user is described by
 * @param half_life after which an event of the history counts half; null when they do not age
 */
public record Content(
    String analyzer,
    List<String> text,
    List<String> keywords,
    int terms,
    int history,
    Duration half_life)
    implements Trainer<ContentModel> {
  public static final Content DEFAULT =
      new Content("english", List.of("title", "description"), List.of(), 100, 20, null);

  public Content {
    Analyzers.get(analyzer);
    text = List.copyOf(text);
    keywords = List.copyOf(keywords);
    Require.atLeast("terms", terms, 1);
    Require.atLeast("history", history, 1);
    Require.positive("half_life", half_life);
  }

  @Override
  public ContentModel train(Dataset data, Run run) {
    ContentModel.Settings settings = settings(0);
    Map<String, Integer> frequencies = new TreeMap<>();
    int count = 0;
    for (Item item : data.items()) {
      settings
          .bag(item)
          .counts()
          .keySet()
          .forEach(term -> frequencies.merge(term, 1, Integer::sum));
      count++;
    }
    Manifest manifest =
        Provenance.manifest(
            "content",
            this,
            run,
            data.interactions(),
            Map.of("items", (double) count, "terms", (double) frequencies.size()),
            ContentModel.fields(run.name()));
    int[] documents = frequencies.values().stream().mapToInt(Integer::intValue).toArray();
    return new ContentModel(manifest, settings(count), IdMap.of(frequencies.keySet()), documents);
  }

  private ContentModel.Settings settings(int count) {
    return new ContentModel.Settings(analyzer, text, keywords, count, history, terms, half_life);
  }
}
