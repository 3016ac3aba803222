package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.model.rating.FmModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ratings as the data of a factorization machine. Features of a user are, in this order, the user,
 * the rated items (each with 1/√n) and the attributes; of an item the item, its raters and the
 * values of its fields. Immutable by agreement.
 *
 * @param stars by rating, users after one another
 * @param named features of users and items by name, as {@link FmModel} names them
 * @param side of each named feature: 0 users, 1 items
 * @param index of each named feature in its block
 */
record FmDesign(FmBlock users, FmBlock items, float[] stars, IdMap named, int[] side, int[] index) {
  private static final int OWN = 0;
  private static final int IMPLICIT = 1;

  /**
   * Which features there are.
   *
   * @param rated whether the items a user rated are features of the user
   * @param raters whether an item's raters are features of the item
   * @param itemFields whose values are features of items
   * @param attributes whether those of users are features
   */
  record Features(boolean rated, boolean raters, List<String> itemFields, boolean attributes) {}

  static FmDesign of(Dataset data, Features features) {
    Interactions ratings = data.interactions();
    int[] userOf = new int[ratings.size()];
    int[] itemOf = new int[ratings.size()];
    float[] stars = new float[ratings.size()];
    for (int user = 0; user < ratings.users().size(); user++) {
      for (int p = ratings.from(user); p < ratings.to(user); p++) {
        userOf[p] = user;
        itemOf[p] = ratings.item(p);
        stars[p] = ratings.value(p);
      }
    }
    FmBlock.Builder users = new FmBlock.Builder(ratings.users().size(), userOf);
    FmBlock.Builder items = new FmBlock.Builder(ratings.items().size(), itemOf);
    own(users, ratings.users().size());
    own(items, ratings.items().size());
    Interactions byItem = ratings.transpose();
    if (features.rated) {
      implicit(users, byItem, ratings);
    }
    if (features.raters) {
      implicit(items, ratings, byItem);
    }
    Names names = new Names();
    if (features.attributes) {
      names.users(users, data);
    }
    names.items(items, data, features.itemFields);
    return new FmDesign(
        users.build(),
        items.build(),
        stars,
        names.ids.build(),
        ints(names.side),
        ints(names.index));
  }

  /** The first feature of what a user rated, or of who rated an item. */
  static int implicitFrom(FmBlock block) {
    return block.rowCount();
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void own(FmBlock.Builder block, int rows) {
    for (int row = 0; row < rows; row++) {
      block.feature(OWN);
      block.cell(row, 1);
    }
  }

  /** A feature for each row of {@code features}, in the rows it has events with. */
  private static void implicit(FmBlock.Builder block, Interactions features, Interactions rows) {
    int width = rows.users().size();
    float[] shares = new float[width];
    int[] seen = new int[features.users().size()];
    for (int row = 0; row < width; row++) {
      shares[row] = (float) (1 / Math.sqrt(distinct(rows, row, seen)));
    }
    int[] met = new int[width];
    for (int feature = 0; feature < features.users().size(); feature++) {
      block.feature(IMPLICIT);
      for (int p = features.from(feature); p < features.to(feature); p++) {
        int row = features.item(p);
        if (met[row] != feature + 1) {
          met[row] = feature + 1;
          block.cell(row, shares[row]);
        }
      }
    }
  }

  /**
   * How many different items a row has.
   *
   * @param seen for each item the last row that had it, counted from 1
   */
  private static int distinct(Interactions rows, int row, int[] seen) {
    int distinct = 0;
    for (int p = rows.from(row); p < rows.to(row); p++) {
      if (seen[rows.item(p)] != row + 1) {
        seen[rows.item(p)] = row + 1;
        distinct++;
      }
    }
    return distinct;
  }

  /** Features with names, one group an attribute or field. */
  private static final class Names {
    private final IdMap.Builder ids = new IdMap.Builder();
    private final List<Integer> side = new ArrayList<>();
    private final List<Integer> index = new ArrayList<>();

    void users(FmBlock.Builder block, Dataset data) {
      IdMap users = data.interactions().users();
      Map<String, Map<String, List<Cell>>> byAttribute = new TreeMap<>();
      for (int user = 0; user < users.size(); user++) {
        int row = user;
        data.attributes(users.id(user))
            .forEach(
                (attribute, value) ->
                    byAttribute
                        .computeIfAbsent(attribute, name -> new TreeMap<>())
                        .computeIfAbsent(
                            FmModel.userFeature(attribute, value), name -> new ArrayList<>())
                        .add(new Cell(row, 1)));
      }
      add(block, 0, byAttribute);
    }

    void items(FmBlock.Builder block, Dataset data, List<String> fields) {
      IdMap items = data.interactions().items();
      Map<String, Map<String, List<Cell>>> byField = new TreeMap<>();
      if (fields.isEmpty()) {
        return;
      }
      for (Item item : data.items()) {
        int row = items.ordinal(item.id());
        for (String field : row < 0 ? List.<String>of() : fields) {
          Set<String> values = new LinkedHashSet<>(item.values(field));
          float share = (float) (1 / Math.sqrt(Math.max(1, values.size())));
          for (String value : values) {
            byField
                .computeIfAbsent(field, name -> new TreeMap<>())
                .computeIfAbsent(FmModel.itemFeature(field, value), name -> new ArrayList<>())
                .add(new Cell(row, share));
          }
        }
      }
      add(block, 1, byField);
    }

    private void add(FmBlock.Builder block, int of, Map<String, Map<String, List<Cell>>> byGroup) {
      int group = IMPLICIT;
      for (Map<String, List<Cell>> values : byGroup.values()) {
        group++;
        for (Map.Entry<String, List<Cell>> value : values.entrySet()) {
          ids.add(value.getKey());
          side.add(of);
          index.add(block.feature(group));
          value.getValue().forEach(cell -> block.cell(cell.row, cell.strength));
        }
      }
    }

    private record Cell(int row, float strength) {}
  }
}
