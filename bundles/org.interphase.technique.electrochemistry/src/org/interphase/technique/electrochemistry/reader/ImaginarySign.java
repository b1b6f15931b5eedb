package org.interphase.technique.electrochemistry.reader;

import java.util.stream.IntStream;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.kramerskronig.LinKk;

/**
 * Whether numbers can be an imaginary part with the sign they have, or only with the opposite one. Real and imaginary
 * part of an impedance imply each other (Kramers-Kronig relations); a chain of RC elements, which satisfies them,
 * describes a spectrum but not its conjugate, unless the real part is constant.
 *
 * @param asIs residual of the chain relative to |Z|, root mean square, with the sign the numbers have
 * @param reversed the same with the opposite sign
 */
record ImaginarySign(double asIs, double reversed) {

    private static final int FEWEST = 8;
    private static final int MOST = 1000;
    /** More elements describe more noise, not more physics. */
    private static final int MOST_ELEMENTS = 40;
    private static final double LARGE = 0.02;
    private static final double DECISIVE = 4;
    /** A spectrum measured under bad conditions still is described within this. */
    private static final double PLAUSIBLE = 0.15;

    /** Tests a spectrum; undecided (NaN) if it has fewer than eight points or very many. */
    static ImaginarySign of(double[] hertz, double[] re, double[] im) {
        int[] rows = IntStream.range(0, hertz.length).filter(i -> hertz[i] > 0 && Double.isFinite(hertz[i])
                && Double.isFinite(re[i]) && Double.isFinite(im[i]) && (re[i] != 0 || im[i] != 0)).boxed()
                .sorted((a, b) -> Double.compare(hertz[b], hertz[a])).mapToInt(Integer::intValue).toArray();
        if (rows.length < FEWEST || rows.length > MOST || hertz[rows[0]] == hertz[rows[rows.length - 1]]) {
            return new ImaginarySign(Double.NaN, Double.NaN);
        }
        return new ImaginarySign(residual(rows, hertz, re, im, 1), residual(rows, hertz, re, im, -1));
    }

    private static double residual(int[] rows, double[] hertz, double[] re, double[] im, int sign) {
        ImpedanceSpectrum s = new ImpedanceSpectrum(pick(rows, hertz, 1), pick(rows, re, 1), pick(rows, im, sign), null,
                null);
        return LinKk.test(s, 0.85, MOST_ELEMENTS, true, true).rms();
    }

    private static double[] pick(int[] rows, double[] values, int sign) {
        return IntStream.of(rows).mapToDouble(i -> sign * values[i]).toArray();
    }

    boolean isDecided() {
        return isReversed() || reversed > LARGE && asIs * DECISIVE < reversed;
    }

    /** Whether only the opposite sign makes an impedance of the numbers. */
    boolean isReversed() {
        return asIs > LARGE && reversed * DECISIVE < asIs;
    }

    /** Whether neither sign does well, so that the data are too poor to tell. */
    boolean isPoor() {
        return !isDecided() && !(Math.min(asIs, reversed) <= LARGE);
    }

    /** Whether the numbers can be an impedance at all; true where there are too few to tell. */
    boolean isPlausible() {
        return !(Math.min(asIs, reversed) > PLAUSIBLE);
    }
}
