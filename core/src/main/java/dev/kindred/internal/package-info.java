/** Public to Kindred's own modules, API to nobody: may change in any release. */
package dev.kindred.internal;
