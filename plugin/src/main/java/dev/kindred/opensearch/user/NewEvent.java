package dev.kindred.opensearch.user;

import dev.kindred.data.Event;

/**
 * An event on its way into a user's history.
 *
 * @param id tells an event that is sent again from a new one; null when the sender gives none
 */
public record NewEvent(String id, Event event) {}
