package org.interphase.spectra.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.numerics.signal.SavitzkyGolay;
import org.interphase.numerics.signal.Smoothing;

/** Smooths the signal. */
public final class SmoothOperation implements Operation<Curve, SmoothOperation.Parameters> {

    /** Ways to smooth. */
    public enum Method {
        /** Polynomial fitted to a moving window. */
        SAVITZKY_GOLAY,
        /** Gaussian weights; the window is four standard deviations wide. */
        GAUSSIAN,
        /** Moving median. */
        MEDIAN,
        /** Penalised least squares; the window sets the length over which it smooths. */
        WHITTAKER
    }

    /**
     * Parameters.
     *
     * @param method way to smooth
     * @param window points, odd
     * @param order polynomial order
     */
    public record Parameters(
            @Param(label = "Method", def = "savitzky-golay", help = "Savitzky-Golay keeps peak heights best; "
                    + "median removes single outliers; Whittaker gives the smoothest curve.") Method method,
            @Param(label = "Window", def = "9", min = 3, max = 2001, help = "Points in the moving window; even "
                    + "numbers are raised by one. Not wider than the narrowest peak.") int window,
            @Param(label = "Order", def = "2", min = 0, max = 9, advanced = true, help = "Order of the polynomial of "
                    + "Savitzky-Golay.") int order) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.smooth", 1, "Smooth",
            "Smooths the signal for display and peak search. Do not fit smoothed data: neighbouring points are no "
                    + "longer independent and uncertainties come out too small.",
            Curve.class, Parameters.class,
                    Publication.article("A. Savitzky, M. J. E. Golay",
                            "Smoothing and differentiation of data by simplified least squares "
                            + "procedures")
                            .in("Anal. Chem.", 1964, "36", "1627-1639")
                            .doi("10.1021/ac60214a047").seen().cited("Savitzky 1964"),
            Publication.article("P. H. C. Eilers",
                    "A perfect smoother")
                    .in("Anal. Chem.", 2003, "75", "3631-3636")
                    .doi("10.1021/ac034173t").seen().cited("Eilers 2003"));

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public List<Citation> citations(Parameters p) {
        return info().cited(switch (p.method()) {
            case SAVITZKY_GOLAY -> "Savitzky 1964";
            case WHITTAKER -> "Eilers 2003";
            default -> "";
        });
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        double[] y = Parts.finite(input);
        int window = Math.min(p.window() | 1, (y.length - 1) | 1);
        if (p.method() != Method.WHITTAKER) {
            Parts.requireEqualSteps(input.axis());
        }
        double[] smooth;
        try {
            smooth = switch (p.method()) {
                case SAVITZKY_GOLAY -> new SavitzkyGolay(window, p.order()).smooth(y);
                case GAUSSIAN -> Smoothing.gaussian(y, window / 4.0);
                case MEDIAN -> Smoothing.median(y, window);
                // the penalty's cut-off wavelength is 2 pi lambda^(1/4) points
                case WHITTAKER -> Smoothing.whittaker(y, null, Math.pow(window / (2 * Math.PI), 4));
            };
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The curve cannot be smoothed: " + e.getMessage(), e);
        }
        return Outcome.builder(input.withSignal(input.signal().withValues(smooth))).remark(Remark.info("The signal is "
                + "smoothed: uncertainties of a fit to it would be too small.")).build();
    }
}
