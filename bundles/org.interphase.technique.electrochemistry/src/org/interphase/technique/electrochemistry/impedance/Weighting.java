package org.interphase.technique.electrochemistry.impedance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.interphase.api.AnalysisException;
import org.interphase.electro.impedance.EisColumns;

/** What the residuals of an impedance fit are divided by. */
public enum Weighting {
    /** By 1 ohm: large impedances dominate. */
    UNIT,
    /** By |Z|: every frequency counts alike; the noise of most instruments. */
    MODULUS,
    /** The real part by |Re Z|, the imaginary part by |Im Z|. */
    PROPORTIONAL,
    /** By the standard uncertainties in the file. */
    GIVEN;

    /** The smallest part a proportional weight is taken from, relative to |Z|,
            so that a zero crossing does not rule. */
    private static final double FLOOR = 1e-3;

    /** 1/sigma of the real parts. */
    public double[] real(ImpedanceSpectrum s) throws AnalysisException {
        return weights(s, s.re(), s.sigmaRe());
    }

    /** 1/sigma of the imaginary parts. */
    public double[] imaginary(ImpedanceSpectrum s) throws AnalysisException {
        return weights(s, s.im(), s.sigmaIm());
    }

    private double[] weights(ImpedanceSpectrum s, double[] part, double[] sigma) throws AnalysisException {
        double[] modulus = s.modulus();
        return switch (this) {
            case UNIT -> {
                double[] ones = new double[part.length];
                Arrays.fill(ones, 1);
                yield ones;
            }
            case MODULUS -> Arrays.stream(modulus).map(m -> 1 / m).toArray();
            case PROPORTIONAL -> IntStream.range(0, part.length)
                    .mapToDouble(i -> 1 / Math.max(Math.abs(part[i]), FLOOR * modulus[i])).toArray();
            case GIVEN -> {
                if (sigma == null || Arrays.stream(sigma).anyMatch(v -> !(v > 0))) {
                    throw new AnalysisException("weights from standard uncertainties need the columns '"
                            + EisColumns.SIGMA_RE + "' and '" + EisColumns.SIGMA_IM
                            + "' with positive values; choose weighting modulus instead");
                }
                yield Arrays.stream(sigma).map(v -> 1 / v).toArray();
            }
        };
    }

    /** Whether the weights are in absolute terms, so that chi-square tells the quality of the fit. */
    public boolean absolute() {
        return this == GIVEN;
    }
}
