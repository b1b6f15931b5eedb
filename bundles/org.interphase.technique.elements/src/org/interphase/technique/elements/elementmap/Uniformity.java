package org.interphase.technique.elements.elementmap;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.interphase.model.Raster;

/**
 * Whether a map of counts varies more than counting statistics allow: the index of dispersion (R. A. Fisher, H. G.
 * Thornton, W. A. Mackenzie, Annals of Applied Biology 9 (1922) 325) of blocks of 1, 2, 4 ... pixels, each against the
 * chi-square distribution, with Bonferroni's correction for the number of sizes. Large blocks show faint wide patches,
 * small ones narrow ones.
 */
public final class Uniformity {

    private static final int FEWEST_BLOCKS = 36;
    /** Below this mean the chi-square distribution does not hold. */
    private static final double LEAST_MEAN = 5;
    /** Probability by which a uniform map may be called uneven: what is absent is named in one of a hundred at most. */
    private static final double LEVEL = 0.01;
    /** Probability by which counts may be called too even to be counts. */
    private static final double TOO_EVEN = 1e-3;

    private final List<Integer> sizes = new ArrayList<>();
    private final BlockCounts telling;
    private final double probability;
    private final boolean tooEven;

    private Uniformity(Raster map) {
        BlockCounts best = null;
        double least = 2;
        boolean even = false;
        for (int size = 1;; size *= 2) {
            BlockCounts b = size <= Math.min(map.field().width(), map.field().height()) ? BlockCounts.of(map, size)
                    : null;
            if (b == null || b.number() < FEWEST_BLOCKS) {
                break;
            }
            if (b.meanCounted() < LEAST_MEAN) {
                continue;
            }
            sizes.add(size);
            even |= lower(b) < TOO_EVEN;
            double p = upper(b);
            if (p < least || best == null) {
                least = p;
                best = b;
            }
        }
        telling = best;
        tooEven = even;
        probability = best == null ? Double.NaN : Math.min(1, least * sizes.size());
    }

    /**
     * Looks at a map.
     *
     * @throws IllegalArgumentException if it holds too few counts for any size of block
     */
    public static Uniformity of(Raster map) {
        Uniformity u = new Uniformity(map);
        if (u.telling == null) {
            throw new IllegalArgumentException("the map holds too few counts: no " + FEWEST_BLOCKS + " blocks with "
                    + (int) LEAST_MEAN + " counts each");
        }
        return u;
    }

    /** Probability that counting alone gives at least this dispersion. */
    private static double upper(BlockCounts b) {
        int f = b.number() - 1;
        double x = b.dispersion();
        return Gamma.regularizedGammaQ(0.5 * f, 0.5 * x);
    }

    /** Probability that counting alone gives no more than this dispersion. */
    private static double lower(BlockCounts b) {
        return Gamma.regularizedGammaP(0.5 * (b.number() - 1), 0.5 * b.dispersion());
    }

    /** Whether the map varies less than counts can, as smoothed or resampled ones do. */
    public boolean isTooEven() {
        return tooEven;
    }

    /** Whether counting statistics explain the map. */
    public boolean isUniform() {
        return probability > LEVEL;
    }

    /** Probability that a uniform map looks at least as uneven. */
    public double probability() {
        return probability;
    }

    /** Pixels along a side of the blocks that tell most. */
    public int blockSize() {
        return telling.size();
    }

    /** Number of those blocks. */
    public int blocks() {
        return telling.number();
    }

    /** Mean counts of a block, above the background where the map brings one. */
    public double mean() {
        return telling.mean();
    }

    /** Part of the counts that is background; 0 where the map brings none. */
    public double backgroundShare() {
        return 1 - telling.mean() / telling.meanCounted();
    }

    /** Whether there is anything above the background, by three standard uncertainties of the whole map. */
    public boolean isAboveBackground() {
        return telling.mean() > 3 * Math.sqrt(telling.variance() / telling.number());
    }

    /** Relative standard deviation of the blocks. */
    public double variation() {
        return Math.sqrt(telling.dispersion() * telling.variance() / (telling.number() - 1)) / telling.mean();
    }

    /** Standard uncertainty of {@link #variation()}, for values about normally distributed. */
    public double variationUncertainty() {
        return variation() / Math.sqrt(2.0 * (telling.number() - 1));
    }

    /** Relative standard deviation that counting gives. */
    public double counting() {
        return Math.sqrt(telling.variance()) / telling.mean();
    }

    /** Standard uncertainty of {@link #counting()}: that of the counts of the whole map, and of its background. */
    public double countingUncertainty() {
        double f = telling.factor();
        double counted = 0.5 / telling.variance() - 1 / telling.mean();
        double beside = 0.5 * f * f / telling.variance() + f / telling.mean();
        return counting() * Math.sqrt((counted * counted * telling.meanCounted() + beside * beside
                * telling.meanBackground()) / telling.number());
    }

    /** Square of the relative standard deviation beyond counting; negative where counts vary less than they should. */
    public double excess() {
        return variation() * variation() - counting() * counting();
    }

    /** Standard uncertainty of {@link #excess()}. */
    public double excessUncertainty() {
        return variation() * variation() * Math.sqrt(2.0 / (telling.number() - 1));
    }

    /**
     * Blocks that stand out: 1 where there is more than counting allows, -1 where less, 0 else; at a level that a
     * uniform map has one such block in 1 % of cases.
     */
    public byte[] patches() {
        double limit = new NormalDistribution().inverseCumulativeProbability(1 - LEVEL / 2 / telling.number());
        byte[] out = new byte[telling.counts().length];
        double variance = telling.variance();
        // moved so that the mean is the variance, as of plain counts; nothing moves where there is no background
        double moved = variance - telling.mean();
        for (int i = 0; i < out.length; i++) {
            // Anscombe's square roots are normal down to few counts
            double z = 2 * (Math.sqrt(Math.max(0, telling.counts()[i] + moved + 0.375))
                    - Math.sqrt(variance + 0.375));
            out[i] = (byte) (z > limit ? 1 : z < -limit ? -1 : 0);
        }
        return out;
    }

    /** Blocks in a row. */
    public int columns() {
        return telling.columns();
    }

    /** Rows of blocks. */
    public int rows() {
        return telling.rows();
    }
}
