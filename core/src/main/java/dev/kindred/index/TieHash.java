package dev.kindred.index;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit hash of an id: FNV-1a over its UTF-8 bytes, then the finaliser of MurmurHash3. It is
 * stored in indexes and decides the order of equal scores, so it never changes.
 */
final class TieHash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TieHash() {}

  static long of(String id) {
    long hash = OFFSET;
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
