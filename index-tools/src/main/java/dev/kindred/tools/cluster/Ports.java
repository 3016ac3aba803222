package dev.kindred.tools.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where a node listens on loopback.
 *
 * @param http for clients
 * @param transport for other nodes
 */
record Ports(int http, int transport) {
  /** Two ports that are free now. */
  static Ports free() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 1, loopback);
        ServerSocket other = new ServerSocket(0, 1, loopback)) {
      return new Ports(one.getLocalPort(), other.getLocalPort());
    }
  }
}
