package dev.kindred.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The identity card of an artifact: what it is, how it was made, what it writes into documents.
 *
 * @param format version of the artifact format
 * @param kind what reads it, such as {@code als}
 * @param name the name in profiles and fields; often the kind
 * @param version distinguishes trainings of one name; an ISO instant unless given
 * @param trainer the trainer's parameters by name: the provenance
 * @param data counts and a digest of what it was trained on
 * @param metrics figures measured in training
 * @param fields the item fields the model writes
 */
public record Manifest(
    int format,
    String kind,
    String name,
    String version,
    Instant trainedAt,
    Map<String, Object> trainer,
    Map<String, Object> data,
    Map<String, Double> metrics,
    List<FieldSpec> fields) {

  /** The artifact format this release writes; it reads every earlier one too. */
  public static final int FORMAT = 1;

  public Manifest {
    trainer = Map.copyOf(trainer);
    data = Map.copyOf(data);
    metrics = Map.copyOf(metrics);
    fields = List.copyOf(fields);
  }

  /** {@code name@version}. */
  public String id() {
    return name + "@" + version;
  }

  /**
   * One field of item documents.
   *
   * @param type {@code vector}, {@code floats}, {@code sparse} or {@code number}
   * @param dimension of a vector or of floats; 0 otherwise
   */
  public record FieldSpec(String name, String type, int dimension) {}
}
