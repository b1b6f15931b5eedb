package org.interphase.spark;

import org.interphase.api.DatasetFormatException;

/**
 * Keeps files off executors whose memory they would take: Spark ends an executor that has none left, and a job whose
 * task ended four executors.
 */
final class MemoryShare {

    // text of numbers grows about fourfold in memory, and steps need as much again; so the batch runner reckons
    private static final long GROWTH = 8;

    private MemoryShare() {
    }

    /**
     * Requires that a file fits into the share of one of the executor's cores.
     *
     * @param bytes its size
     * @throws DatasetFormatException if it does not, naming the memory that is needed
     */
    static void require(String name, long bytes) throws DatasetFormatException {
        Runtime java = Runtime.getRuntime();
        long share = java.maxMemory() / 10 * 6 / cores(java);
        if (bytes > Integer.MAX_VALUE - 16 || bytes > share / GROWTH) {
            throw new DatasetFormatException(name, "", "the file has " + bytes / 1_000_000 + " MB and needs about "
                    + GROWTH * bytes / 1_000_000 + " MB of memory; a core of this executor has " + share / 1_000_000
                    + " MB (give --executor-memory, or fewer --executor-cores)");
        }
    }

    private static int cores(Runtime java) {
        org.apache.spark.SparkEnv env = org.apache.spark.SparkEnv.get();
        return env == null ? java.availableProcessors()
                : env.conf().getInt("spark.executor.cores", java.availableProcessors());
    }
}
