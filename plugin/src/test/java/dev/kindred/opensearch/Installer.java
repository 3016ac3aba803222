package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code bin/opensearch-plugin install} runs. */
record Installer(Path home, Path zip) {
  private static final List<String> LINKED = List.of("lib", "modules", "config");

  /** Into a home beside, which shares everything but the plugins. */
  void installs(Path beside) throws IOException, InterruptedException {
    for (String folder : LINKED) {
      Files.createSymbolicLink(beside.resolve(folder), home.resolve(folder).toAbsolutePath());
    }
    Files.createDirectory(beside.resolve("plugins"));
    Process installer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dopensearch.path.home=" + beside,
                "-Dopensearch.path.conf=" + beside.resolve("config"),
                "-Dopensearch.distribution.type=zip",
                "-cp",
                home.resolve("lib")
                    + File.separator
                    + "*"
                    + File.pathSeparator
                    + home.resolve("lib/tools/plugin-cli")
                    + File.separator
                    + "*",
                "org.opensearch.tools.cli.plugin.PluginCli",
                "install",
                "--batch",
                zip.toUri().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(installer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(installer.waitFor()).as(said).isZero();
    assertThat(said).contains("Installed kindred");
    Path installed = beside.resolve("plugins").resolve("kindred");
    assertThat(names(installed)).isEqualTo(names(home.resolve("plugins").resolve("kindred")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
