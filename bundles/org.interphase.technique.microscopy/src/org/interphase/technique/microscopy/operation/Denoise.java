package org.interphase.technique.microscopy.operation;

import java.util.List;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.numerics.image.Filters;
import org.interphase.technique.microscopy.segmentation.MissingPixels;
import org.interphase.technique.microscopy.segmentation.Selection;

/** Noise reduction. */
public final class Denoise implements Operation<Raster, Denoise.Parameters> {

    /** Which filter. */
    public enum Filter {
        NONE, MEDIAN, GAUSSIAN, BILATERAL, NON_LOCAL_MEANS
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Filter", def = "median", help = "Median keeps edges and removes single noisy pixels; "
                    + "Gaussian is linear; bilateral and non-local means keep edges and are slow on large pictures.")
            Filter filter,
            @Param(label = "Radius", unit = "px", def = "1", min = 0.3, max = 50, help = "Half side of the median's "
                    + "window, or standard deviation of the Gaussian or bilateral filter.")
            double radius,
            @Param(label = "Strength", unit = "1", def = "1", min = 0.1, max = 10, advanced = true, help = "Factor on "
                    + "the noise level for bilateral and non-local means.")
            double strength) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.denoise", 1, "Denoise", "Reduces noise before thresholding. Sub-pixel edge "
                + "positions are best fitted on the picture as recorded.", Raster.class, Parameters.class,
                Publication.article("A. Buades, B. Coll, J.-M. Morel",
                        "A non-local algorithm for image denoising")
                        .in("Proc. IEEE Conf. Computer Vision and Pattern Recognition", 2005, "2", "60-65")
                        .doi("10.1109/CVPR.2005.38").seen().cited("Buades 2005"),
                Publication.article("C. Tomasi, R. Manduchi",
                        "Bilateral filtering for gray and color images")
                        .in("Proc. IEEE Int. Conf. Computer Vision", 1998, "", "839-846")
                        .doi("10.1109/ICCV.1998.710815").seen().cited("Tomasi 1998"));
    }

    @Override
    public List<Citation> citations(Parameters p) {
        return info().cited(switch (p.filter()) {
            case NON_LOCAL_MEANS -> "Buades 2005";
            case BILATERAL -> "Tomasi 1998";
            default -> "";
        });
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) {
        if (p.filter() == Filter.NONE) {
            return Outcome.of(input);
        }
        // the specimen alone: a data bar must neither lose its lines nor bleed into the field
        Raster.Field f = input.field();
        int w = f.width();
        int h = f.height();
        float[] recorded = new Selection(f.x(), f.y(), w, h, null).floats(input);
        boolean missing = MissingPixels.in(recorded);
        float[] pixels = missing ? MissingPixels.filled(recorded, w, h) : recorded;
        progress.checkCancelled();
        float[] out = switch (p.filter()) {
            case MEDIAN -> Filters.median(pixels, w, h, (int) Math.max(1, Math.round(p.radius())));
            case GAUSSIAN -> Filters.gaussian(pixels, w, h, p.radius());
            case BILATERAL -> Filters.bilateral(pixels, w, h, p.radius(),
                    3 * p.strength() * Math.max(1e-12, Filters.noise(pixels, w, h)));
            case NON_LOCAL_MEANS -> Filters.nonLocalMeans(pixels, w, h, 2, 7,
                    p.strength() * Math.max(1e-12, Filters.noise(pixels, w, h)));
            case NONE -> pixels;
        };
        if (missing) {
            MissingPixels.restore(recorded, out);
        }
        if (w == input.width() && h == input.height()) {
            return Outcome.of(input.withPixels(like(input.pixels(), out)));
        }
        float[] all = input.pixels().toFloats();
        for (int y = 0; y < h; y++) {
            System.arraycopy(out, y * w, all, (f.y() + y) * input.width() + f.x(), w);
        }
        return Outcome.of(input.withPixels(like(input.pixels(), all)));
    }

    /** Values in the storage of an example: whole numbers are rounded. */
    static Pixels like(Pixels example, float[] values) {
        if (example.isInteger() && example.bits() == 8) {
            byte[] out = new byte[values.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
            }
            return Pixels.ofBytes(out);
        }
        if (example.isInteger()) {
            short[] out = new short[values.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (short) Math.max(0, Math.min(65535, Math.round(values[i])));
            }
            return Pixels.ofShorts(out);
        }
        return Pixels.ofFloats(values);
    }

    @Override
    public String methods(Parameters p) {
        return switch (p.filter()) {
            case NONE -> "The picture was used as recorded.";
            case MEDIAN -> "Noise was reduced by a median filter of " + (2 * Math.max(1, Math.round(p.radius())) + 1)
                    + " pixels side.";
            case GAUSSIAN -> "Noise was reduced by a Gaussian filter (sigma " + p.radius() + " px).";
            case BILATERAL -> "Noise was reduced by a bilateral filter (sigma " + p.radius() + " px).";
            case NON_LOCAL_MEANS -> "Noise was reduced by non-local means (5 x 5 patches, 15 x 15 search).";
        };
    }
}
