package dev.kindred.tools.tune;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.model.Encoding;
import dev.kindred.rank.Insight;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.rank.Signals;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fits the normalisers of profiles: asks the index as live requests do, looks at what each signal
 * says of the candidates, and fixes the functions that make the signals comparable. A score then
 * depends on nothing but the document, the request and these numbers. Equal input gives equal
 * output, whatever the number of threads.
 */
public final class NormalizerFitter {
  private final Serving serving;
  private final List<Sample> samples;
  private final int threads;

  public NormalizerFitter(Serving serving, List<Sample> samples, int threads) {
    this.serving = serving;
    this.samples = List.copyOf(samples);
    this.threads = threads;
  }

  /**
   * The profile with a fitted normaliser, and a value for what is missing, in place of every {@link
   * Normalizer.Identity}; a normaliser that somebody chose stays.
   */
  public Profile fit(Profile profile) throws IOException {
    List<List<Observed>> bySample = observe(profile);
    List<Part> fitted = new ArrayList<>();
    for (int signal = 0; signal < profile.signals().size(); signal++) {
      Part part = profile.signals().get(signal);
      int row = signal;
      fitted.add(
          part.normalizer() instanceof Normalizer.Identity
              ? Fit.part(part, bySample.stream().map(rows -> rows.get(row)).toList())
              : part);
    }
    return profile.withSignals(fitted);
  }

  /** By sample, by signal. */
  private List<List<Observed>> observe(Profile profile) throws IOException {
    Occasion occasion = Occasion.of(profile);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<List<Observed>>> asked =
          samples.stream()
              .map(sample -> pool.submit(() -> observe(profile, occasion, sample)))
              .toList();
      List<List<Observed>> bySample = new ArrayList<>();
      for (Future<List<Observed>> one : asked) {
        bySample.add(one.get());
      }
      return bySample;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while fitting profile " + profile.name());
    } catch (ExecutionException e) {
      throw new IOException(
          "profile '" + profile.name() + "' cannot be fitted: " + e.getCause().getMessage(),
          e.getCause());
    }
  }

  private List<Observed> observe(Profile profile, Occasion occasion, Sample sample)
      throws IOException {
    ResolvedRequest request = serving.resolve(occasion.request(sample, profile.window()), profile);
    Plan plan = profile.plan(request);
    int[] docs = plan.candidates().collect(serving.searcher());
    double[][] rows = new Insight(plan.blend(), serving.searcher()).raw(docs);
    List<Observed> observed = new ArrayList<>();
    for (int signal = 0; signal < rows.length; signal++) {
      boolean dense = dense(profile.signals().get(signal), request);
      observed.add(Observed.of(rows[signal], dense));
    }
    return observed;
  }

  /** Whether silence about an item means that nothing is known of it, rather than zero. */
  private static boolean dense(Part part, ResolvedRequest request) {
    ObjectNode kind = Signals.JSON.write(part.signal());
    return kind.has("field")
        || part.signal().models().entrySet().stream()
            .map(need -> request.encoding(need.getKey(), need.getValue()))
            .anyMatch(NormalizerFitter::isVector);
  }

  private static boolean isVector(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Dense dense -> true;
      case Encoding.Learned learned -> true;
      case Encoding.Sum sum -> sum.parts().stream().anyMatch(Encoding.Learned.class::isInstance);
      case Encoding.Sparse sparse -> false;
      case Encoding.None none -> false;
    };
  }
}
