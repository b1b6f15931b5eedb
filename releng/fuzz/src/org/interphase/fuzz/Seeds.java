package org.interphase.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;

/** The seeds of one reader, large texts in a smaller form too, and how often each is taken. */
final class Seeds {

    /** Bytes that cost as much time as a file without any. */
    private static final double ALWAYS = 1024;

    private final List<Source> files;
    private final double[] shares;

    private Seeds(List<Source> files, double[] shares) {
        this.files = List.copyOf(files);
        this.shares = shares;
    }

    /** Seeds of these files: each gets about the same time, so that small ones are taken more often. */
    static Seeds of(DatasetReader reader, List<Source> given) throws IOException {
        List<Source> files = new ArrayList<>(given);
        for (Source file : given) {
            Source smaller = SmallerSeed.of(reader, file);
            if (smaller.size() < file.size()) {
                files.add(smaller);
            }
        }
        double[] shares = new double[files.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += 1 / (ALWAYS + files.get(i).size());
            shares[i] = sum;
        }
        double all = sum;
        return new Seeds(files, Arrays.stream(shares).map(s -> s / all).toArray());
    }

    List<Source> files() {
        return files;
    }

    /** One of them. */
    Source pick(Random random) {
        int at = Arrays.binarySearch(shares, random.nextDouble());
        return files.get(Math.min(files.size() - 1, at < 0 ? -at - 1 : at));
    }
}
