package org.interphase.technique.microscopy.coating;

import java.util.Locale;
import org.interphase.model.Verdict;

/** Whether a picture holds what a coating's thickness assumes: three even levels that stand out of noise and blur. */
public final class ShellVerdict {

    /** Least distance of the coating's grey level from both neighbours, in standard deviations of the noise. */
    private static final double CONTRAST = 2;
    /** Largest residuals, relative to the noise, of profiles that three levels describe. */
    private static final double MISFIT = 1.6;
    /** Residuals below this part of the step from core to surroundings are none: rounding, and the blur's form. */
    private static final double NO_MISFIT = 0.01;
    /** The typical profile, with which the fit begins, is the median of all: it needs coating on more than half. */
    private static final double LEAST_COVERAGE = 0.6;
    /** Least share of the normals on which a contour must be found. */
    private static final double LEAST_KNOWN = 0.9;
    /** Least thickness in standard deviations of the blur. */
    private static final double LEAST_THICKNESS = 2;

    /**
     * What was found along the outline.
     *
     * @param thickness mean, in pixels
     * @param coverage share of the outline that is coated
     * @param known normals on which a contour was found
     * @param normals all of them
     */
    public record Evidence(double thickness, double coverage, int known, int normals) {
    }

    private ShellVerdict() {
    }

    /**
     * Sound, or doubtful with all reasons.
     *
     * @param noise standard deviation of a pixel's noise in grey levels
     */
    public static Verdict of(ShellFit.Result fit, double noise, Evidence e) {
        Verdict out = Verdict.SOUND;
        double[] l = fit.levels();
        double step = Math.min(Math.abs(l[1] - l[0]), Math.abs(l[2] - l[1]));
        if (step < CONTRAST * noise) {
            out = out.and(Verdict.doubtful(String.format(Locale.ROOT, "the coating differs from its neighbours by only "
                    + "%.1f times the noise of a pixel", step / noise)));
        }
        if (fit.noise() > MISFIT * Math.max(noise, NO_MISFIT * Math.abs(l[2] - l[0]))) {
            out = out.and(Verdict.doubtful(String.format(Locale.ROOT, "three grey levels do not describe the particle "
                    + "(residuals of %.1f times the noise)", fit.noise() / noise)));
        }
        if (e.coverage() < LEAST_COVERAGE) {
            out = out.and(Verdict.doubtful(String.format(Locale.ROOT, "only %.0f %% of the outline is coated, so what "
                    + "the coating looks like is hardly known", 100 * e.coverage())));
        }
        if (e.thickness() < LEAST_THICKNESS * fit.blur()) {
            out = out.and(Verdict.doubtful("the coating is thinner than its interfaces are blurred"));
        }
        if (e.known() < LEAST_KNOWN * e.normals()) {
            out = out.and(Verdict.doubtful(String.format(Locale.ROOT, "no contour was found on %d of %d normals",
                    e.normals() - e.known(), e.normals())));
        }
        return out;
    }
}
