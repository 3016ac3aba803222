package dev.kindred.examples.bookshop.web;

/** What a client asked for cannot be answered; the message is for the client. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  BadRequest(String message) {
    this(400, message);
  }

  BadRequest(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }
}
