package org.interphase.technique.microscopy.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.numerics.image.Interpolation;

/** Resamples a picture linearly to square pixels of a chosen size. */
public final class ResamplePixels implements Operation<Raster, ResamplePixels.Parameters> {

    private static final double MOST_PIXELS = 1 << 28;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Pixel size", def = "", min = 0, help = "Side of the new pixels in the picture's unit; "
                    + "empty "
                    + "for the smaller side of the present ones, so that nothing is lost.")
            Double size) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.resample", 1, "Resample", "Makes pixels square, by linear interpolation. "
                + "Needed before distances are measured in a picture whose pixels are not. Pixel positions change: "
                + "draw regions afterwards.", Raster.class, Parameters.class);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Calibration c = input.calibration();
        double size = p.size() == null ? Math.min(c.pixelWidth(), c.pixelHeight()) : p.size();
        if (!(size > 0)) {
            throw new AnalysisException("The pixel size must be larger than 0.");
        }
        double fx = c.pixelWidth() / size;
        double fy = c.pixelHeight() / size;
        if (fx == 1 && fy == 1) {
            return Outcome.of(input);
        }
        double wide = Math.floor(input.width() * fx + 1e-9);
        double high = Math.floor(input.height() * fy + 1e-9);
        if (wide < 1 || high < 1 || wide * high > MOST_PIXELS) {
            throw new AnalysisException(String.format(java.util.Locale.ROOT, "Pixels of %.4g %s would make a "
                    + "picture of "
                    + "%.0f x %.0f pixels.", size, c.unit().text(), wide, high));
        }
        int w = (int) wide;
        int h = (int) high;
        float[] from = input.pixels().toFloats();
        float[] out = new float[w * h];
        for (int y = 0; y < h; y++) {
            progress.checkCancelled();
            // positions of pixel centres, kept within the outermost centres
            double py = Math.max(0, Math.min(input.height() - 1, (y + 0.5) / fy - 0.5));
            for (int x = 0; x < w; x++) {
                double px = Math.max(0, Math.min(input.width() - 1, (x + 0.5) / fx - 0.5));
                out[y * w + x] = (float) Interpolation.bilinear(from, input.width(), input.height(), px, py);
            }
        }
        Pixels pixels = Denoise.like(input.pixels(), out);
        Raster.Field f = input.field();
        int x0 = Math.min(w - 1, (int) Math.ceil(f.x() * fx - 1e-9));
        int y0 = Math.min(h - 1, (int) Math.ceil(f.y() * fy - 1e-9));
        int x1 = Math.max(x0 + 1, Math.min(w, (int) Math.floor((f.x() + f.width()) * fx + 1e-9)));
        int y1 = Math.max(y0 + 1, Math.min(h, (int) Math.floor((f.y() + f.height()) * fy + 1e-9)));
        // what earlier steps found refers to the old pixels
        DatasetHeader header = new DatasetHeader(input.name(), input.kind(), input.metadata(), java.util.List.of());
        return Outcome.of(new Raster(header, w, h, pixels, input.quantity(), input.unit(), new Calibration(size, size,
                c.unit(), c.relativeUncertainty(), c.source()), new Raster.Field(x0, y0, x1 - x0, y1 - y0)));
    }

    @Override
    public String methods(Parameters p) {
        return "The picture was resampled linearly to square pixels.";
    }
}
