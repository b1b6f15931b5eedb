package org.interphase.numerics.image;

import java.util.Arrays;

/**
 * Connected components of a mask, found by union-find over runs (one union per pair of touching runs instead of per
 * pixel). Labels count from 1 in the order in which components are met row by row.
 */
public final class Components {

    /** Which pixels touch. */
    public enum Connectivity {
        /** Sides only. */
        FOUR,
        /** Sides and corners. */
        EIGHT
    }

    private final Runs runs;
    private final int[] labels;
    private final int count;

    private Components(Runs runs, int[] labels, int count) {
        this.runs = runs;
        this.labels = labels;
        this.count = count;
    }

    /** Components of a mask of 0 and 1. */
    public static Components of(byte[] mask, int width, int height, Connectivity connectivity) {
        return of(Runs.of(mask, width, height), connectivity);
    }

    /** Components of runs. */
    public static Components of(Runs runs, Connectivity connectivity) {
        int n = runs.count();
        int[] parent = new int[n];
        int[] ends = runs.raw();
        int reach = connectivity == Connectivity.EIGHT ? 1 : 0;
        int previous = 0;
        for (int y = 0; y < runs.height(); y++) {
            int here = runs.firstOf(y);
            int next = runs.firstOf(y + 1);
            int a = previous;
            for (int b = here; b < next; b++) {
                parent[b] = b;
                int start = ends[2 * b] - reach;
                int end = ends[2 * b + 1] + reach;
                while (a < here && ends[2 * a + 1] <= start) {
                    a++;
                }
                int root = b;
                for (int k = a; k < here && ends[2 * k] < end; k++) {
                    int other = find(parent, k);
                    if (other < root) {
                        parent[root] = other;
                        root = other;
                    } else if (other > root) {
                        parent[other] = root;
                    }
                }
            }
            previous = here;
        }
        int count = 0;
        for (int i = 0; i < n; i++) {
            // a parent is always an earlier run, so its final label is known
            parent[i] = parent[i] == i ? -++count : parent[parent[i]];
        }
        for (int i = 0; i < n; i++) {
            parent[i] = -parent[i];
        }
        return new Components(runs, parent, count);
    }

    private static int find(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Number of components. */
    public int count() {
        return count;
    }

    /** The runs they consist of. */
    public Runs runs() {
        return runs;
    }

    /** Label of a run, from 1. */
    public int label(int run) {
        return labels[run];
    }

    /** Pixels of each component; index 0 is unused. */
    public int[] areas() {
        int[] areas = new int[count + 1];
        for (int i = 0; i < labels.length; i++) {
            areas[labels[i]] += runs.end(i) - runs.start(i);
        }
        return areas;
    }

    /** Whether a component touches the edge of the picture; index 0 is unused. */
    public boolean[] touchingBorder() {
        boolean[] touching = new boolean[count + 1];
        for (int y = 0; y < runs.height(); y++) {
            boolean outer = y == 0 || y == runs.height() - 1;
            for (int i = runs.firstOf(y); i < runs.firstOf(y + 1); i++) {
                if (outer || runs.start(i) == 0 || runs.end(i) == runs.width()) {
                    touching[labels[i]] = true;
                }
            }
        }
        return touching;
    }

    /** The label of every pixel, 0 in the background. */
    public int[] toLabels() {
        int[] out = new int[runs.width() * runs.height()];
        paint(out);
        return out;
    }

    /** As above into an array of the caller, overwritten. */
    public void paint(int[] out) {
        Grid.require(out.length, runs.width(), runs.height());
        for (int y = 0; y < runs.height(); y++) {
            int row = y * runs.width();
            int at = row;
            for (int i = runs.firstOf(y); i < runs.firstOf(y + 1); i++) {
                int start = row + runs.start(i);
                int end = row + runs.end(i);
                Arrays.fill(out, at, start, 0);
                Arrays.fill(out, start, end, labels[i]);
                at = end;
            }
            Arrays.fill(out, at, row + runs.width(), 0);
        }
    }

    /** A mask of the components whose entry in {@code keep} (by label) is true. */
    public byte[] mask(boolean[] keep) {
        byte[] out = new byte[runs.width() * runs.height()];
        for (int y = 0; y < runs.height(); y++) {
            int row = y * runs.width();
            for (int i = runs.firstOf(y); i < runs.firstOf(y + 1); i++) {
                if (keep[labels[i]]) {
                    Arrays.fill(out, row + runs.start(i), row + runs.end(i), (byte) 1);
                }
            }
        }
        return out;
    }
}
