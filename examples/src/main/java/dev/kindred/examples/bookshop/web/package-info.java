/**
 * The shop's web page and the JSON it asks for, on this machine only.
 *
 * <p>One class for what guards the server, one for each kind of question, one for each part of an
 * answer. May use the shop, core and the tools' JSON.
 */
package dev.kindred.examples.bookshop.web;
