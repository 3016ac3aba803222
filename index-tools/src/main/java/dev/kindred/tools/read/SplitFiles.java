package dev.kindred.tools.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A data set that was published already split. Ids of the files are taken to be the same ids.
 *
 * @param train what may be learned from
 * @param validation what may be tuned on; empty when there is none
 * @param test what is to be predicted
 * @param candidates for each case the items to rank, where those were sampled; else empty, and the
 *     whole catalogue is ranked
 */
public record SplitFiles(
    EventSource train,
    Optional<EventSource> validation,
    EventSource test,
    List<Candidates> candidates) {

  /**
   * One case: rank the held-out item among its negatives.
   *
   * @param user the user
   * @param heldOut the item that is to come first
   * @param negatives the others, as published but without the held-out item
   * @param repeated how often the file lists the held-out item among its own negatives
   */
  public record Candidates(String user, String heldOut, List<String> negatives, int repeated) {
    public Candidates {
      negatives = List.copyOf(negatives);
    }
  }

  public SplitFiles {
    candidates = List.copyOf(candidates);
  }

  /**
   * Opens the files of a split.
   *
   * @param format of train, validation and test; {@link Format#AUTO} looks at each
   * @param validation or null
   * @param negatives NCF's {@code (user,item)} lines, or null
   */
  public static SplitFiles open(
      Inputs inputs, Format format, Path train, Path validation, Path test, Path negatives) {
    return new SplitFiles(
        inputs.events(train, format),
        Optional.ofNullable(validation).map(file -> inputs.events(file, format)),
        inputs.events(test, format),
        negatives == null ? List.of() : NegativesFile.read(negatives, inputs.badLines()));
  }
}
