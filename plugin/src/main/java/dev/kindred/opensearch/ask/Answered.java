package dev.kindred.opensearch.ask;

import dev.kindred.data.UserState;

/**
 * What the coordinating node found out about a request. Immutable.
 *
 * @param user who asks, and what they did until now
 * @param resolved the part of it that shards are told
 */
public record Answered(UserState user, Resolved resolved) {}
