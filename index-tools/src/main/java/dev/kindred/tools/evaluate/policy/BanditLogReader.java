package dev.kindred.tools.evaluate.policy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.kindred.tools.read.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads logs of bandits as CSV with a header. Columns: {@code item} or {@code item_id}; {@code
 * reward} or {@code click}; {@code propensity}, {@code propensity_score} or {@code action_prob};
 * {@code position}, from 1, may be absent. The Open Bandit Dataset (Saito et al. 2021) is such a
 * file; its columns {@code user-item_affinity_N} are read too.
 */
public final class BanditLogReader {
  private static final List<String> ITEM = List.of("item", "item_id");
  private static final List<String> REWARD = List.of("reward", "click");
  private static final List<String> CHANCE =
      List.of("propensity", "propensity_score", "action_prob");
  private static final String PLACE = "position";
  private static final String AFFINITY = "user-item_affinity_";

  private final Path file;
  private final List<String> items = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<Double> rewards = new ArrayList<>();
  private final List<Double> chances = new ArrayList<>();
  private final List<float[]> affinities = new ArrayList<>();

  private BanditLogReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a log.
   *
   * @param more arms that the log may not show, such as those of another log
   * @throws InputException naming file, line and value
   */
  public static BanditLog read(Path file, Collection<String> more) throws IOException {
    BanditLogReader reader = new BanditLogReader(file);
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : records) {
        reader.add(record);
      }
    } catch (CsvParseException e) {
      throw new InputException(file.toString(), 0, e.getMessage(), "give a CSV file", e);
    }
    return reader.log(more);
  }

  private void add(NamedCsvRecord record) {
    items.add(text(record, ITEM));
    rewards.add(number(record, REWARD));
    chances.add(chance(record));
    places.add(place(record));
    if (record.findField(AFFINITY + 0).isPresent()) {
      affinities.add(affinity(record));
    }
  }

  private String text(NamedCsvRecord record, List<String> names) {
    return names.stream()
        .flatMap(name -> record.findField(name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                problem(
                    record,
                    "there is no column " + String.join(" or ", names),
                    "name one so in the header"));
  }

  private double number(NamedCsvRecord record, List<String> names) {
    String text = text(record, names);
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with everything else that is no number.
    }
    throw problem(record, names.getFirst() + " is '" + text + "', expected a number", "mend it");
  }

  private double chance(NamedCsvRecord record) {
    double chance = number(record, CHANCE);
    if (!(chance > 0 && chance <= 1)) {
      throw problem(
          record,
          "the propensity is " + chance + ", expected more than 0 and at most 1",
          "log the chance with which the item was shown");
    }
    return chance;
  }

  private int place(NamedCsvRecord record) {
    if (record.findField(PLACE).isEmpty()) {
      return 0;
    }
    double place = number(record, List.of(PLACE));
    if (!(place >= 1 && place <= 1000 && place == Math.rint(place))) {
      throw problem(record, "the position is " + place + ", expected 1, 2, …", "count from 1");
    }
    return (int) place - 1;
  }

  private float[] affinity(NamedCsvRecord record) {
    int arms = 0;
    while (record.findField(AFFINITY + arms).isPresent()) {
      arms++;
    }
    float[] affinity = new float[arms];
    for (int arm = 0; arm < arms; arm++) {
      affinity[arm] = (float) number(record, List.of(AFFINITY + arm));
    }
    return affinity;
  }

  private InputException problem(NamedCsvRecord record, String problem, String advice) {
    return new InputException(file.toString(), record.getStartingLineNumber(), problem, advice);
  }

  private BanditLog log(Collection<String> more) {
    if (items.isEmpty()) {
      throw new InputException(file.toString(), 0, "it holds no rounds", "name a log");
    }
    TreeSet<String> arms = new TreeSet<>(numbersFirst());
    arms.addAll(items);
    arms.addAll(more);
    if (!affinities.isEmpty()) {
      // The arms of the Open Bandit Dataset are the numbers of its affinity columns.
      for (int arm = 0; arm < affinities.getFirst().length; arm++) {
        arms.add(String.valueOf(arm));
      }
    }
    Map<String, Integer> index = new HashMap<>();
    arms.forEach(arm -> index.put(arm, index.size()));
    return new BanditLog(
        file.getFileName().toString(),
        List.copyOf(arms),
        items.stream().mapToInt(index::get).toArray(),
        places.stream().mapToInt(Integer::intValue).toArray(),
        rewards.stream().mapToDouble(Double::doubleValue).toArray(),
        chances.stream().mapToDouble(Double::doubleValue).toArray(),
        affinities.isEmpty() ? null : affinities.toArray(float[][]::new));
  }

  /** 2 before 10. */
  private static Comparator<String> numbersFirst() {
    return Comparator.<String, String>comparing(
            id ->
                id.matches("[0-9]{1,9}")
                    ? String.format(Locale.ROOT, "%09d", Integer.parseInt(id))
                    : id)
        .thenComparing(Comparator.naturalOrder());
  }
}
