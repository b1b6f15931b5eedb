package org.interphase.technique.battery.segmentation;

/**
 * The magnitude of the current below which a row is at rest, found from how often each magnitude occurs: currents that
 * are set and the noise of a channel at rest leave a gap between them.
 */
final class RestLimit {

    /** Below this share of the largest current a separate group of magnitudes is noise whatever its signs. */
    private static final double SURELY_NOISE = 3e-4;
    /** Below this share it is noise if its sign turns from row to row. */
    private static final double NOISE_IF_MIXED = 1e-2;
    private static final double MIXED = 0.1;
    private static final int LOWEST = -70;
    private static final int BINS = 100;
    /** Empty powers of two that make a gap. */
    private static final int GAP = 2;

    private RestLimit() {
    }

    /** The limit, A; 0 if every current is zero. */
    static double of(CurrentSignal current, int rows) {
        long[] rowsIn = new long[BINS];
        long[] turns = new long[BINS];
        long all = 0;
        double before = 0;
        for (int i = 0; i < rows; i++) {
            double c = current.at(i);
            if (c == 0 || Double.isNaN(c)) {
                continue;
            }
            int bin = Math.min(BINS - 1, Math.max(0, Math.getExponent(c) - LOWEST));
            rowsIn[bin]++;
            turns[bin] += c * before < 0 ? 1 : 0;
            before = c;
            all++;
        }
        int top = BINS - 1;
        // a single stray reading does not set the scale
        long few = Math.min(2, all / 100);
        long above = 0;
        while (top >= 0 && above + rowsIn[top] <= few) {
            above += rowsIn[top];
            top--;
        }
        return top < 0 ? 0 : limit(rowsIn, turns, top);
    }

    private static double limit(long[] rowsIn, long[] turns, int top) {
        double most = Math.scalb(1.5, top + LOWEST);
        double limit = most * SURELY_NOISE;
        int bin = 0;
        int noiseTop = -1;
        while (bin <= top) {
            if (rowsIn[bin] == 0) {
                bin++;
                continue;
            }
            int end = bin;
            int empty = 0;
            long all = 0;
            long turned = 0;
            int k = bin;
            for (; k <= top && empty < GAP; k++) {
                boolean none = rowsIn[k] == 0;
                empty = none ? empty + 1 : 0;
                end = none ? end : k;
                all += rowsIn[k];
                turned += turns[k];
            }
            double upper = Math.scalb(2.0, end + LOWEST);
            boolean mixed = turned > MIXED * all;
            boolean noise = upper <= most * SURELY_NOISE || mixed && upper <= most * NOISE_IF_MIXED;
            if (!noise) {
                double lower = Math.scalb(1.0, bin + LOWEST);
                return noiseTop >= 0 ? Math.sqrt(lower * Math.scalb(2.0, noiseTop + LOWEST)) : limit;
            }
            noiseTop = end;
            bin = k;
        }
        return limit;
    }
}
