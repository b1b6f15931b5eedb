package org.interphase.technique.microscopy.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Calibration;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;

/** What every length measured in a picture needs: unit, pixel size, its uncertainty, and doubts about it. */
public record LengthScale(double pixelWidth, double pixelHeight, String unit, double relative, boolean stated) {

    /**
     * Relative standard uncertainty of a scale of which nothing is said: 3 % as limits of a magnification, which makers
     * of electron microscopes state, is 1.7 % as a rectangular distribution (JCGM 100:2008, 4.3.7). The founders'
     * choice, unverified.
     */
    public static final double USUAL = 0.017;

    private static final double TICKS = 3;

    /**
     * The scale of a picture.
     *
     * @param percent relative standard uncertainty of the scale in percent, or null for that of the file
     */
    public static LengthScale of(Raster raster, Double percent) {
        Calibration c = raster.calibration();
        double relative = percent != null ? percent / 100 : c.relativeUncertainty();
        boolean stated = Double.isFinite(relative);
        return new LengthScale(c.pixelWidth(), c.pixelHeight(), c.unit().text(), stated ? relative
                : c.isPhysical() ? USUAL : 0, stated || !c.isPhysical());
    }

    /**
     * One pixel as a length.
     *
     * @throws AnalysisException if pixels are not square to within 1 %
     */
    public double square() throws AnalysisException {
        if (Math.abs(pixelWidth / pixelHeight - 1) > 0.01) {
            throw new AnalysisException(String.format(Locale.ROOT, "The pixels are not square (%.5g x %.5g %s); "
                    + "distances by pixels would depend on direction. Put the step Resample before this one.",
                    pixelWidth, pixelHeight, unit));
        }
        return Math.sqrt(pixelWidth * pixelHeight);
    }

    /** Doubt about every length where the picture's scale bar contradicts the pixel size of the file. */
    public Verdict verdict(Raster raster) {
        Optional<FoundScaleBar.Bar> bar = raster.calibration().isPhysical() ? FoundScaleBar.find(raster)
                : Optional.empty();
        return bar.isEmpty() || agrees(bar.get()) ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT,
                "the scale bar of %.4g %s is no round length", bar.get().pixels() * pixelWidth, unit));
    }

    private boolean agrees(FoundScaleBar.Bar bar) {
        double off = FoundScaleBar.roundness(bar.pixels() * pixelWidth);
        return off * bar.pixels() <= TICKS || off < 0.01;
    }

    /** Remarks about the scale: none, not stated how good, contradicted by the field width or by the scale bar. */
    public List<Remark> remarks(Raster raster) {
        List<Remark> out = new ArrayList<>();
        if (!raster.calibration().isPhysical()) {
            out.add(Remark.warning("The picture has no scale, so lengths are in pixels; calibrate it with a scale bar "
                    + "(step Calibrate)."));
            return out;
        }
        if (!stated) {
            out.add(Remark.info(String.format(Locale.ROOT, "The file does not say how well the magnification is "
                    + "calibrated; lengths hold %.1f %% for it, a usual value. State that of this microscope in "
                    + "percent, 0 for a scale that is exact.", 100 * USUAL)));
        }
        Optional<FoundScaleBar.Bar> bar = FoundScaleBar.find(raster);
        if (bar.isPresent()) {
            double length = bar.get().pixels() * pixelWidth;
            String text = String.format(Locale.ROOT, "A scale bar of %d pixels in row %d is %.4g %s long by the file's "
                    + "pixel size", bar.get().pixels(), bar.get().row(), length, unit);
            if (agrees(bar.get())) {
                out.add(Remark.info(text + ", a round length as expected: bar and file agree."));
            } else {
                out.add(Remark.warning(text + ", which is no round length: compare it with its label."));
            }
        }
        return out;
    }

    /** Root of the sum of squares. */
    public static double combine(double... parts) {
        double sum = 0;
        for (double p : parts) {
            sum += p * p;
        }
        return Math.sqrt(sum);
    }
}
