package dev.kindred.opensearch.user;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.ExceptionsHelper;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.DocWriteRequest.OpType;
import org.opensearch.action.bulk.BulkItemResponse;
import org.opensearch.action.bulk.BulkRequest;
import org.opensearch.action.bulk.BulkResponse;
import org.opensearch.action.get.GetResponse;
import org.opensearch.action.get.MultiGetItemResponse;
import org.opensearch.action.get.MultiGetRequest;
import org.opensearch.action.get.MultiGetResponse;
import org.opensearch.action.index.IndexRequest;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.IndexNotFoundException;
import org.opensearch.transport.client.Client;

/**
 * Appends events to users' histories: reads the users, adds, and writes each on the condition that
 * nobody wrote in between; who lost reads again. An event is acknowledged when the engine has its
 * user's document on disk. Never blocks. Thread-safe.
 */
public final class EventAppender {
  private static final int TRIES = 50;

  private final Client client;
  private final String index;

  /**
   * @param index of users
   */
  public EventAppender(Client client, String index) {
    this.client = client;
    this.index = index;
  }

  /** Answers with how many events were acknowledged: all, or it is a failure. */
  public void append(List<NewEvent> events, ActionListener<Integer> listener) {
    Map<String, List<NewEvent>> byUser = new LinkedHashMap<>();
    for (NewEvent event : events) {
      byUser.computeIfAbsent(event.event().userId(), user -> new ArrayList<>()).add(event);
    }
    if (byUser.isEmpty()) {
      listener.onResponse(0);
    } else {
      write(byUser, TRIES, ActionListener.map(listener, done -> events.size()));
    }
  }

  private void write(Map<String, List<NewEvent>> byUser, int tries, ActionListener<Void> listener) {
    MultiGetRequest users = new MultiGetRequest();
    byUser.keySet().forEach(user -> users.add(index, user));
    client.multiGet(
        users,
        ActionListener.wrap(
            found ->
                client.bulk(
                    changes(byUser, found),
                    ActionListener.wrap(
                        written -> settle(byUser, written, tries, listener), listener::onFailure)),
            listener::onFailure));
  }

  private BulkRequest changes(Map<String, List<NewEvent>> byUser, MultiGetResponse found) {
    BulkRequest changes = new BulkRequest();
    for (MultiGetItemResponse one : found) {
      if (one.isFailed() && !(one.getFailure().getFailure() instanceof IndexNotFoundException)) {
        Exception failure = one.getFailure().getFailure();
        throw new OpenSearchStatusException(
            "user [" + one.getId() + "] cannot be read", ExceptionsHelper.status(failure), failure);
      }
      changes.add(change(one.getId(), byUser.get(one.getId()), one.getResponse()));
    }
    return changes;
  }

  private IndexRequest change(String user, List<NewEvent> events, GetResponse found) {
    IndexRequest request = new IndexRequest(index).id(user);
    if (found == null || !found.isExists()) {
      return request.opType(OpType.CREATE).source(UserDoc.empty(user).with(events).source());
    }
    UserDoc before = UserDoc.read(user, found.getSourceAsMap());
    return request
        .setIfSeqNo(found.getSeqNo())
        .setIfPrimaryTerm(found.getPrimaryTerm())
        .source(before.with(events).source());
  }

  private void settle(
      Map<String, List<NewEvent>> byUser,
      BulkResponse written,
      int tries,
      ActionListener<Void> listener) {
    Map<String, List<NewEvent>> lost = new LinkedHashMap<>();
    for (BulkItemResponse one : written) {
      if (one.isFailed()) {
        if (one.status() != RestStatus.CONFLICT || tries == 0) {
          listener.onFailure(one.getFailure().getCause());
          return;
        }
        lost.put(one.getId(), byUser.get(one.getId()));
      }
    }
    if (lost.isEmpty()) {
      listener.onResponse(null);
    } else {
      write(lost, tries - 1, listener);
    }
  }
}
