package dev.kindred.tools.cli;

/** Which release this is. */
final class Version {
  /** Development sources have no manifest to tell. */
  static final String TEXT = text(Version.class.getPackage().getImplementationVersion());

  private Version() {}

  private static String text(String packaged) {
    return packaged == null ? "0.1.0-SNAPSHOT" : packaged;
  }
}
