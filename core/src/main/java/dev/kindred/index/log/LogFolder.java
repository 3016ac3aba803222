package dev.kindred.index.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.IOUtils;

/**
 * The numbered log files of a folder, {@code 000001.events} and so on; other files are not minded.
 *
 * @param path the folder, which need not exist
 */
public record LogFolder(Path path) {
  private static final String ENDING = ".events";

  /** The numbers of the files there are, ascending. */
  public List<Long> numbers() throws IOException {
    List<Long> numbers = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "[0-9]*" + ENDING)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        numbers.add(Long.parseLong(name.substring(0, name.length() - ENDING.length())));
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    numbers.sort(null);
    return numbers;
  }

  public Path file(long number) {
    return path.resolve(String.format(Locale.ROOT, "%06d%s", number, ENDING));
  }

  /** Removes the files up to that number; they are gone for good when this returns. */
  public void deleteUpTo(long last) throws IOException {
    boolean any = false;
    for (long number : numbers()) {
      if (number <= last) {
        any |= Files.deleteIfExists(file(number));
      }
    }
    if (any) {
      IOUtils.fsync(path, true);
    }
  }
}
