package org.interphase.technique.topography.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.image.Contours;
import org.interphase.technique.topography.surface.Coarser;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Levelling;

/** A surface seen with light from one side, and with lines of equal height. */
public final class ReliefFigures {

    private static final int SHADED = 800;
    private static final int LINED = 160;
    private static final int LEVELS = 6;
    private static final int SHORTEST = 12;

    private ReliefFigures() {
    }

    /** The figures of a map. */
    public static List<Figure> of(HeightField f) {
        return List.of(shaded(f), lined(f));
    }

    /** Light from the upper left at 45 degrees; slopes are exaggerated so that most of the surface shows. */
    private static Figure shaded(HeightField surface) {
        HeightField tilted = Coarser.of(surface, (Math.max(surface.width(), surface.height()) + SHADED - 1) / SHADED);
        HeightField f = Levelling.of(tilted, 1, false, Progress.none()).takenFrom(tilted);
        int w = f.width();
        int h = f.height();
        double[] gx = new double[w * h];
        double[] gy = new double[w * h];
        double square = 0;
        int n = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                int right = Math.min(x + 1, w - 1);
                int left = Math.max(x - 1, 0);
                int down = Math.min(y + 1, h - 1);
                int up = Math.max(y - 1, 0);
                gx[i] = (f.z()[y * w + right] - f.z()[y * w + left]) / ((right - left) * f.stepX());
                gy[i] = (f.z()[down * w + x] - f.z()[up * w + x]) / ((down - up) * f.stepY());
                double g = gx[i] * gx[i] + gy[i] * gy[i];
                if (g == g) {
                    square += g;
                    n++;
                }
            }
        }
        double exaggeration = square > 0 ? 1 / Math.sqrt(square / n) : 1;
        float[] light = new float[w * h];
        for (int i = 0; i < light.length; i++) {
            double a = exaggeration * gx[i];
            double b = exaggeration * gy[i];
            light[i] = (float) ((0.5 * a + 0.5 * b + Math.sqrt(0.5)) / Math.sqrt(1 + a * a + b * b));
        }
        Raster picture = Raster.of(DatasetHeader.of("Relief", HeightField.OTHER_KIND, Metadata.EMPTY), w, h,
                Pixels.ofFloats(light), "Light", Unit.ONE, new Calibration(f.stepX(), f.stepY(), f.length(), Double.NaN,
                "map"));
        return Figure.of("relief", "Relief", "The surface without its tilt in light from the upper left, slopes "
                + "exaggerated.",
                panel(f, List.of(new Layer.Picture("Relief", picture, Layer.ColourMap.GREY, 0, 1, 0, 0,
                w * f.stepX(), h * f.stepY(), Style.fill(Colour.DATA, 1)))).noLegend());
    }

    private static Panel panel(HeightField f, List<Layer> layers) {
        return Panel.of(Panel.MAIN, AxisSpec.of("x", f.length()).range(0, f.width() * f.stepX()), AxisSpec.of("y",
                f.length()).range(0, f.height() * f.stepY()).directed(Direction.DESCENDING), layers).equalScales();
    }

    private static Figure lined(HeightField surface) {
        HeightField f = Coarser.of(surface, (Math.max(surface.width(), surface.height()) + LINED - 1) / LINED);
        double[] sorted = f.sorted();
        float[] z = new float[f.z().length];
        for (int i = 0; i < z.length; i++) {
            // a hole is below every level, so that lines end around it
            z[i] = (float) (f.z()[i] == f.z()[i] ? f.z()[i] : sorted[0]);
        }
        Raster picture = Raster.of(DatasetHeader.of("Height", HeightField.KIND, Metadata.EMPTY), f.width(), f.height(),
                Pixels.ofDoubles(f.z()), "Height", f.unit(), new Calibration(f.stepX(), f.stepY(), f.length(),
                Double.NaN, "map"));
        double[] range = HeightView.range(picture);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Picture("Height", picture, Layer.ColourMap.VIRIDIS, range[0], range[1], 0, 0,
                f.width() * f.stepX(), f.height() * f.stepY(), Style.fill(Colour.DATA, 1)));
        for (int k = 1; k < LEVELS; k++) {
            double level = range[0] + (range[1] - range[0]) * k / LEVELS;
            for (Contours.Contour c : Contours.of(z, f.width(), f.height(), level)) {
                if (c.x().length < SHORTEST) {
                    continue;
                }
                double[] x = new double[c.x().length];
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = (Math.clamp(c.x()[i], 0, f.width() - 1) + 0.5) * f.stepX();
                    y[i] = (Math.clamp(c.y()[i], 0, f.height() - 1) + 0.5) * f.stepY();
                }
                layers.add(new Layer.Outline("", x, y, true, Style.line(Colour.rgb(0xffffff), 0.5)));
            }
        }
        return Figure.of("contours", "Lines of equal height", "Heights in colours with lines of equal height, "
                + (LEVELS - 1) + " levels equally far apart.", panel(f, layers));
    }
}
