/** Names for implementations, and the answer to a name that nobody has. Uses nothing of Kindred. */
package dev.kindred.internal.registry;
