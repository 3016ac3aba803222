package dev.kindred.opensearch.ask;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Item;
import dev.kindred.opensearch.index.ItemDocs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opensearch.action.get.MultiGetItemResponse;
import org.opensearch.action.get.MultiGetRequest;
import org.opensearch.core.action.ActionListener;
import org.opensearch.transport.client.Client;

/**
 * The items that a request's models ask about. It notes what it does not have, so that it can be
 * fetched at once and the models asked again. For one thread at a time.
 */
final class Shelf implements Catalogue {
  private final String index;
  private final Map<String, Optional<Item>> items = new HashMap<>();
  private final Set<String> missing = new HashSet<>();

  Shelf(String index) {
    this.index = index;
  }

  @Override
  public Optional<Item> find(String itemId) {
    Optional<Item> item = items.get(itemId);
    if (item == null) {
      missing.add(itemId);
      return Optional.empty();
    }
    return item;
  }

  /** Whether everything that was asked for was there, or is known not to exist. */
  boolean complete() {
    return missing.isEmpty();
  }

  /**
   * Fetches what was missing; the listener is given this shelf, or the failure of any item: to a
   * model it would be as if the item did not exist.
   */
  void fetch(Client client, ActionListener<Shelf> listener) {
    MultiGetRequest request = new MultiGetRequest();
    missing.forEach(
        id -> request.add(new MultiGetRequest.Item(index, id).fetchSourceContext(ItemDocs.FIELDS)));
    client.multiGet(
        request,
        ActionListener.wrap(
            response -> {
              for (MultiGetItemResponse one : response) {
                if (one.isFailed()) {
                  throw one.getFailure().getFailure();
                }
                items.put(
                    one.getId(),
                    one.getResponse().isExists()
                        ? Optional.of(new Item(one.getId(), one.getResponse().getSourceAsMap()))
                        : Optional.empty());
              }
              missing.clear();
              listener.onResponse(this);
            },
            listener::onFailure));
  }
}
