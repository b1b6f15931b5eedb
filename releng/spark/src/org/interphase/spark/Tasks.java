package org.interphase.spark;

import org.apache.spark.api.java.JavaSparkContext;

/**
 * Into how many tasks a piece is cut: three or more for each core, so that a slow one keeps no other waiting for long,
 * and not so few that a lost executor costs much.
 */
final class Tasks {

    private static final int PER_CORE = 3;
    private static final long LONGEST = 500;

    private Tasks() {
    }

    /** Number of tasks for so many inputs. */
    static int of(JavaSparkContext spark, long inputs) {
        long wanted = Math.max((long) PER_CORE * cores(spark), inputs / LONGEST);
        return (int) Math.max(1, Math.min(inputs, Math.min(wanted, 100_000)));
    }

    /** Cores the cluster has given so far, or that are set. */
    static int cores(JavaSparkContext spark) {
        return Math.max(1, spark.defaultParallelism());
    }
}
