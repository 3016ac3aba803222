package dev.kindred.examples.bookshop.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Where a server of a test listens, for what no HTTP client would send. */
final class Loopback {
  private Loopback() {}

  static InetSocketAddress of(ShopServer server) {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort());
  }
}
