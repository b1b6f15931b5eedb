package org.interphase.technique.microscopy.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;

/**
 * Whether a separated phase is structure, and whether its area and its sizes can be trusted. The limits were found on
 * simulated pictures of known structure (adversarial families of the test kit): what passes keeps areas within two of
 * their stated uncertainties.
 */
public final class SegmentQuality {

    /** A phase narrower than this on average, in pixels, is as fine as the noise that a 3 x 3 median leaves. */
    private static final double NARROW = 5;
    /**
     * Least distance of the phases' mean grey levels in standard deviations of the noise, for areas. A threshold
     * through the middle of normally distributed noise alone leaves 2 sqrt(2 / pi) = 1.6 of them between both sides.
     */
    private static final double CONTRAST = 4;
    /** The same for sizes, which a single wrong pixel within a pore changes. */
    private static final double CONTRAST_OF_SIZES = 6;
    /** Largest change of the smaller phase's area by taking out the slow change of brightness, relative. */
    private static final double UNEVEN = 0.1;
    /** Largest step of brightness from row to row, relative to the distance of the phases. */
    private static final double STREAKS = 0.06;
    /** Largest number of pixels of levels between the phases, relative to those of the smaller phase. */
    private static final double BETWEEN = 0.5;

    private SegmentQuality() {
    }

    /** Warnings with advice, where there is reason for them. */
    public static List<Remark> remarks(PhaseEvidence e) {
        List<Remark> out = new ArrayList<>();
        String advice = "Reduce the noise more (for example a Gaussian filter of 2 px), open the phase, or use a "
                + "higher magnification.";
        if (e.width() < NARROW) {
            out.add(Remark.warning(String.format(Locale.ROOT, "The separated phase is only %.1f pixels wide on "
                    + "average, so noise of single pixels is counted as structure. %s", e.width(), advice)));
        } else if (e.contrast() < CONTRAST) {
            out.add(Remark.warning(String.format(Locale.ROOT, "Both phases differ by only %.1f times the noise of a "
                    + "pixel, so much of what is separated is noise. %s", e.contrast(), advice)));
        }
        if (uneven(e)) {
            out.add(Remark.warning(String.format(Locale.ROOT, "The brightness changes over the field: without that "
                    + "change %.3g %% would be dark, not %.3g %%. Put the step Flatten before this one, use a local "
                    + "threshold, or draw an evenly bright region.", 100 * e.flatFraction(), 100 * e.fraction())));
        }
        return out;
    }

    private static boolean uneven(PhaseEvidence e) {
        return e.shading() > UNEVEN;
    }

    /**
     * Whether the area of the phase may be published.
     *
     * @param global whether one threshold holds for the whole picture
     */
    public static Verdict ofArea(PhaseEvidence e, boolean global) {
        return judge(e, global, CONTRAST);
    }

    /** Whether the sizes of its parts may be published. */
    public static Verdict ofSizes(PhaseEvidence e, boolean global) {
        return judge(e, global, CONTRAST_OF_SIZES);
    }

    private static Verdict judge(PhaseEvidence e, boolean global, double contrast) {
        // what could not be determined (NaN) passes no limit
        Verdict out = Verdict.SOUND;
        if (!(e.width() >= NARROW)) {
            out = doubt(out, "the phase is only %.1f pixels wide on average, as fine as noise", e.width());
        }
        if (!(e.contrast() >= contrast)) {
            out = doubt(out, "the phases differ by only %.1f times the noise of a pixel", e.contrast());
        }
        if (!(e.between() <= BETWEEN)) {
            out = doubt(out, "the grey levels of the phases overlap (pixels between them: %.0f %% of the smaller "
                    + "phase)", 100 * e.between());
        }
        if (global && uneven(e)) {
            out = doubt(out, "the brightness changes over the field, and the dark share is %.3g %% without that change",
                    100 * e.flatFraction());
        }
        if (!(e.rowSteps() <= STREAKS)) {
            out = doubt(out, "the brightness jumps from row to row by %.0f %% of the contrast", 100 * e.rowSteps());
        }
        return out;
    }

    private static Verdict doubt(Verdict so, String reason, double value) {
        return so.and(Verdict.doubtful(String.format(Locale.ROOT, reason, value)));
    }
}
