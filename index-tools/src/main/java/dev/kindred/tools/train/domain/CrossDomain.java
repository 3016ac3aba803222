package dev.kindred.tools.train.domain;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.Manifest;
import dev.kindred.model.domain.Bridge;
import dev.kindred.model.domain.CrossDomainModel;
import dev.kindred.model.factor.AlsModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.factor.Als;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Several catalogues factorised one by one ({@link Als}), with bridges between each two, learned
 * from the users known in both: what a user did in one domain says what to recommend in another
 * (Man et al. 2017, "Cross-domain recommendation: an embedding and mapping approach").
 *
 * @param field of items, which names their domain
 * @param factors dimensions of each domain's vectors; all domains together have at most 1024
 * @param regularization λ of the factorisations
 * @param alpha weight of an observation of strength 1 in them
 * @param iterations of them
 * @param frequency_exponent ν of them
 * @param bridge how bridges are learned
 * @param bridge_regularization λ of a ridge bridge, relative to the mean square of the source's
 *     numbers
 * @param temperature of the attention of a personal bridge, above 0
 * @param overlap fewer common users than this make no bridge
 * @param trust so many liked items in a domain make its own fold-in as good as what bridges say
 * @param half_life after which an event counts half; null when they do not age
 */
public record CrossDomain(
    String field,
    int factors,
    double regularization,
    double alpha,
    int iterations,
    double frequency_exponent,
    Mapping bridge,
    double bridge_regularization,
    double temperature,
    int overlap,
    double trust,
    Duration half_life)
    implements Trainer<CrossDomainModel> {
  public static final CrossDomain DEFAULT =
      new CrossDomain("domain", 64, 0.0005, 50, 8, 1, Mapping.RIDGE, 1, 0.1, 20, 5, null);

  private static final int MOST_DIMENSIONS = 1024;

  public CrossDomain {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(bridge, "bridge");
    Require.between("factors", factors, 1, MOST_DIMENSIONS);
    Require.atLeast("bridge_regularization", bridge_regularization, 0);
    Require.above("temperature", temperature, 0);
    Require.atLeast("overlap", overlap, 2);
    Require.atLeast("trust", trust, 0);
    als(factors, regularization, alpha, iterations, frequency_exponent, half_life);
  }

  private static Als als(
      int factors, double lambda, double alpha, int iterations, double nu, Duration halfLife) {
    return new Als(
        factors,
        lambda,
        alpha,
        iterations,
        Als.DEFAULT.unobserved(),
        nu,
        Als.Solver.AUTO,
        AlsModel.Confidence.LINEAR,
        halfLife);
  }

  @Override
  public CrossDomainModel train(Dataset data, Run run) {
    Domains domains = Domains.of(data, field);
    int count = domains.names().size();
    Require.that(
        count > 0,
        "crossdomain finds no domain: no item has a value in the field '"
            + field
            + "'; name the field that tells domains apart as items.domain");
    Require.that(
        count * factors <= MOST_DIMENSIONS,
        "crossdomain needs "
            + count
            + " domains × "
            + factors
            + " factors, which is more than "
            + MOST_DIMENSIONS
            + " dimensions; lower factors");
    List<Interactions> events = new ArrayList<>();
    List<AlsModel> models = new ArrayList<>();
    for (int d = 0; d < count; d++) {
      events.add(domains.within(d));
      models.add(factorise(events.getLast(), run, d, count));
    }
    Map<String, Double> metrics = new TreeMap<>();
    Bridge[][] bridges = bridges(domains, events, models, run.threads(), metrics);
    List<CrossDomainModel.Domain> vectors = new ArrayList<>();
    for (int d = 0; d < count; d++) {
      vectors.add(vectors(events.get(d), models.get(d)));
    }
    Manifest manifest =
        Provenance.manifest(
            "crossdomain",
            this,
            run,
            data.interactions(),
            metrics,
            CrossDomainModel.fields(run.name(), count, factors));
    return new CrossDomainModel(
        manifest,
        new CrossDomainModel.Settings(domains.names(), trust, models.getFirst().settings()),
        vectors,
        bridges);
  }

  private AlsModel factorise(Interactions events, Run run, int domain, int domains) {
    Run part =
        new Run(
            run.name(),
            run.version(),
            run.seed(),
            run.threads(),
            (done, total, loss) ->
                run.progress().epoch(domain * iterations + done, domains * iterations, loss));
    return als(factors, regularization, alpha, iterations, frequency_exponent, half_life)
        .train(new Dataset(events, List.of()), part);
  }

  private CrossDomainModel.Domain vectors(Interactions events, AlsModel model) {
    float[] rows = new float[events.items().size() * factors];
    for (int item = 0; item < events.items().size(); item++) {
      float[] row = model.vector(events.items().id(item));
      System.arraycopy(row, 0, rows, item * factors, factors);
    }
    return new CrossDomainModel.Domain(events.items(), rows);
  }

  /** With the number of common users, and how far they reach, as metrics. */
  private Bridge[][] bridges(
      Domains domains,
      List<Interactions> events,
      List<AlsModel> models,
      int threads,
      Map<String, Double> metrics) {
    int count = models.size();
    boolean[] several = domains.several();
    List<Places> places = new ArrayList<>();
    for (int d = 0; d < count; d++) {
      places.add(Places.of(events.get(d), several, models.get(d), threads));
    }
    BridgeBuilder builder = new BridgeBuilder(bridge, bridge_regularization, temperature);
    Bridge[][] bridges = new Bridge[count][count];
    for (int source = 0; source < count; source++) {
      for (int target = 0; target < count; target++) {
        Pairs pairs = Pairs.of(factors, places.get(source), places.get(target), trust);
        if (source != target && pairs.size() >= overlap) {
          bridges[source][target] = builder.build(pairs);
          String name = domains.names().get(source) + "_to_" + domains.names().get(target);
          metrics.put(name + "_users", (double) pairs.size());
          metrics.put(name + "_reach", bridges[source][target].reach());
        }
      }
    }
    return bridges;
  }
}
