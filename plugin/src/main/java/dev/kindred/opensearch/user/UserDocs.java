package dev.kindred.opensearch.user;

import dev.kindred.data.UserState;
import org.opensearch.ExceptionsHelper;
import org.opensearch.action.get.GetRequest;
import org.opensearch.core.action.ActionListener;
import org.opensearch.index.IndexNotFoundException;
import org.opensearch.transport.client.Client;

/** Looks users up in their index. Thread-safe. */
public final class UserDocs {
  private final Client client;
  private final String index;

  /**
   * @param index of users; empty when there is none
   */
  public UserDocs(Client client, String index) {
    this.client = client;
    this.index = index;
  }

  /**
   * Finds a user; {@link UserState#UNKNOWN} when there is none.
   *
   * @param userId null for nobody
   */
  public void find(String userId, ActionListener<UserState> listener) {
    if (userId == null || index.isEmpty()) {
      listener.onResponse(UserState.UNKNOWN);
      return;
    }
    client.get(
        new GetRequest(index, userId),
        ActionListener.wrap(
            found ->
                listener.onResponse(
                    found.isExists()
                        ? UserDoc.read(userId, found.getSourceAsMap()).state()
                        : UserState.UNKNOWN),
            problem -> {
              if (ExceptionsHelper.unwrapCause(problem) instanceof IndexNotFoundException) {
                listener.onResponse(UserState.UNKNOWN);
              } else {
                listener.onFailure(problem);
              }
            }));
  }
}
