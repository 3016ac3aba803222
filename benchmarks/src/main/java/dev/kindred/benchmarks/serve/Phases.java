package dev.kindred.benchmarks.serve;

import dev.kindred.Plan;
import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.rank.Part;
import dev.kindred.retrieve.Retriever;
import dev.kindred.retrieve.Retrievers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time of the phases in one process, phase after phase for each user, so that all meet the same
 * machine. A round's value is the mean over users.
 */
final class Phases {
  static final String CANDIDATES = "candidates alone";
  static final String BOTH = "candidates and blend";
  static final String BLEND = "blend alone";

  private static final int WARM_UP = 5;

  private final Prepared prepared;
  private final Map<String, Sample> micros = new LinkedHashMap<>();

  /** What is done for one user. */
  private record Phase(String name, ForUser work) {}

  /** Work for one user, who is a number. */
  private interface ForUser {
    Object run(int user) throws Exception;
  }

  Phases(Prepared prepared) {
    this.prepared = prepared;
  }

  /** Measures so many rounds after some of warming up. */
  Phases run(int rounds) throws Exception {
    List<Phase> phases = phases();
    for (int round = -WARM_UP; round < rounds; round++) {
      double[] seconds = new double[phases.size()];
      for (int user = 0; user < prepared.size(); user++) {
        for (int i = 0; i < seconds.length; i++) {
          int who = user;
          ForUser work = phases.get(i).work;
          seconds[i] += Clock.THREAD.seconds(() -> work.run(who));
        }
      }
      for (int i = 0; i < seconds.length && round >= 0; i++) {
        Sample sample = micros.computeIfAbsent(phases.get(i).name, name -> new Sample());
        sample.add(1e6 * seconds[i] / prepared.size());
      }
    }
    return this;
  }

  private List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    // Each call makes its plan anew, for a plan remembers what it added up.
    phases.add(
        new Phase(CANDIDATES, u -> prepared.plan(u).candidates().collect(prepared.searcher())));
    phases.add(new Phase(BOTH, u -> prepared.plan(u).run(prepared.searcher())));
    phases.add(new Phase(BLEND, u -> score(prepared.plan(u), u)));
    for (Retriever retriever : prepared.retrievers()) {
      String name = "retriever " + Retrievers.JSON.write(retriever);
      phases.add(
          new Phase(
              name, u -> prepared.plan(u, retriever).candidates().collect(prepared.searcher())));
    }
    for (Part signal : prepared.signals()) {
      phases.add(new Phase("signal " + signal.name(), u -> score(prepared.plan(u, signal), u)));
    }
    return phases;
  }

  private Object score(Plan plan, int user) throws Exception {
    int[] docs = prepared.candidates(user);
    return plan.asRescorer().score(prepared.searcher(), docs, docs.length);
  }

  /** Microseconds a user, by phase. */
  Map<String, Sample> micros() {
    return micros;
  }

  /** Candidates and blend over candidates alone. */
  double ratio() {
    return micros.get(BOTH).medianRatio(micros.get(CANDIDATES));
  }
}
