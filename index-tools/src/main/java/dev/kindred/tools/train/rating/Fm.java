package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.rating.FmModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Factorization machine of ratings (Rendle 2010), trained by Gibbs sampling (Freudenthaler,
 * Schmidt-Thieme and Rendle 2011). Features are users and items, what each user rated and who rated
 * each item ("SVD++ flipped" of Rendle, Zhang and Koren 2019, "On the difficulty of evaluating
 * baselines"), attributes of users, and values of items' fields; each group of features has a prior
 * of its own.
 *
 * @param factors k of one parameter set, 1 to 128
 * @param iterations sweeps over all parameters, after the first {@code warmup}
 * @param warmup sweeps whose parameters are thrown away
 * @param samples parameter sets that are kept, at even distances; predictions are their mean.
 *     factors × samples is at most 1023
 * @param implicit whether what users rated, and who rated items, are features
 * @param ordinal whether stars are levels of an ordered probit rather than values
 * @param attributes whether attributes of users are features
 * @param fields keyword fields of items whose values are features
 */
public record Fm(
    int factors,
    int iterations,
    int warmup,
    int samples,
    boolean implicit,
    boolean ordinal,
    boolean attributes,
    List<String> fields)
    implements Trainer<FmModel> {
  public static final Fm DEFAULT = new Fm(10, 200, 40, 40, true, false, true, List.of());

  private static final int MOST_LEVELS = 20;

  public Fm {
    Require.between("factors", factors, 1, 128);
    Require.atLeast("warmup", warmup, 0);
    Require.atLeast("samples", samples, 1);
    Require.atLeast("iterations", iterations, samples);
    Require.that(
        (long) factors * samples <= Posterior.MOST_DIMENSIONS,
        "factors × samples must be at most "
            + Posterior.MOST_DIMENSIONS
            + ", was "
            + factors
            + " × "
            + samples);
    fields = List.copyOf(fields);
  }

  @Override
  public FmModel train(Dataset data, Run run) {
    Interactions ratings = data.interactions();
    Baselines.requireRatings(run.name(), ratings);
    FmDesign design =
        FmDesign.of(data, new FmDesign.Features(implicit, implicit, fields, attributes));
    FmModel.Settings settings =
        new FmModel.Settings(
            factors,
            samples,
            true,
            implicit,
            0,
            ordinal ? levels(design.stars()) : List.of(),
            fields,
            Baselines.scale(ratings, 0));
    FmTarget target =
        ordinal
            ? new FmProbit(design.stars(), settings.levels())
            : FmTarget.Plain.of(design.stars(), settings.scale().mean());
    FmSnapshots snapshots =
        new Posterior(iterations, warmup, samples).sample(settings, design, target, run);
    return new FmModel(
        Provenance.manifest(
            "fm", this, run, ratings, Map.of(), FmModel.fields(run.name(), factors, samples)),
        settings,
        snapshots.parameters(ratings.items()));
  }

  private static List<Double> levels(float[] stars) {
    TreeSet<Double> levels = new TreeSet<>();
    IntStream.range(0, stars.length).forEach(n -> levels.add((double) stars[n]));
    Require.that(
        levels.size() >= 2 && levels.size() <= MOST_LEVELS,
        "ordinal needs ratings of 2 to "
            + MOST_LEVELS
            + " different stars, there are "
            + levels.size());
    return List.copyOf(levels);
  }
}
