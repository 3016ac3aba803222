package dev.kindred.model.related;

/**
 * A user like the one in question.
 *
 * @param user a number
 * @param likeness above 0
 * @param cause the item of the history that speaks most for it
 */
record Neighbour(int user, double likeness, int cause) {}
