/**
 * Example applications, and the main class that the launcher starts. May use core and the tools;
 * nothing uses it.
 */
package dev.kindred.examples;
