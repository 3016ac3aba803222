package dev.kindred.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a measurement counts, in nanoseconds. CPU time hardly notices what else the machine does.
 */
public enum Clock {
  /** CPU time of the calling thread: no compiler, no collector. */
  THREAD {
    @Override
    public long now() {
      return THREADS.getCurrentThreadCpuTime();
    }
  },
  /** CPU time of the process: all of its threads, compiler and collector too. */
  PROCESS {
    @Override
    public long now() {
      return SYSTEM.getProcessCpuTime();
    }
  },
  /** The clock on the wall. */
  WALL {
    @Override
    public long now() {
      return System.nanoTime();
    }
  };

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Nanoseconds since some moment of its own. */
  public abstract long now();

  /** Something to be timed. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** The seconds the work takes. */
  public double seconds(Work work) throws Exception {
    long start = now();
    work.run();
    return (now() - start) / 1e9;
  }

  /** The CPU time that belongs to work spread over so many threads. */
  public static Clock cpu(int threads) {
    return threads == 1 ? THREAD : PROCESS;
  }

  /** The bytes the calling thread has allocated so far. */
  public static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
