package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;

/** What a peak fit draws over its data, and the points by which components can be dragged. */
public final class PeakPicture {

    private PeakPicture() {
    }

    /**
     * Background line, components filled over the background, envelope, weighted residuals, and labels.
     *
     * @param unit unit of the axis, for hover texts
     * @param digits decimals of positions in labels
     */
    public static List<Overlay> overlays(PeakFit fit, Unit unit, int digits) {
        double[] x = fit.problem().x();
        double[] background = fit.background();
        List<Overlay> out = new ArrayList<>();
        List<Layer.Text> texts = new ArrayList<>();
        for (int i = 0; i < fit.components().size(); i++) {
            String name = fit.components().get(i).name();
            double[] values = fit.component(i);
            double[] top = new double[x.length];
            int highest = 0;
            for (int k = 0; k < x.length; k++) {
                top[k] = background[k] + values[k];
                highest = Math.abs(values[k]) > Math.abs(values[highest]) ? k : highest;
            }
            out.add(Overlay.main("component " + name,
                    new Layer.Band(name, x, background, top, Style.fill(Colour.component(i), 0.35))).of(name));
            double position = fit.estimate(i, "position").value();
            String hint = name + ": " + PeakReport.position(fit, i, unit).pretty();
            texts.add(new Layer.Text(position, top[highest], name + " "
                    + String.format(java.util.Locale.ROOT, "%." + digits + "f", position), hint, Colour.component(i),
                    name));
        }
        out.add(Overlay.main("background", new Layer.Line("Background", x, background,
                Style.line(Colour.BACKGROUND, 1.2).dashed(Style.Dash.DASHED))));
        out.add(Overlay.main("envelope", new Layer.Line("Fit", x, fit.envelope(), Style.line(Colour.MODEL, 1.5))));
        out.add(Overlay.main("labels", new Layer.Labels("", texts, Style.line(Colour.MODEL, 1))));
        double[] residuals = fit.numerics().weightedResiduals();
        out.add(Overlay.residual("residual", new Layer.Line("Residual / \u03c3", x, residuals,
                Style.line(Colour.RESIDUAL, 1))));
        out.add(Overlay.residual("residual zero", new Layer.Guides("", false, new double[] {0},
                Style.line(Colour.MUTED, 0.8))));
        return out;
    }

    /**
     * Handles for position and height (which scales the area) at the top and for the width at half height, for
     * everything that is not tied or held.
     *
     * @param indexes place of each component of the fit in the step's list
     */
    public static List<Handle> handles(PeakFit fit, int[] indexes) {
        double[] x = fit.problem().x();
        double[] background = fit.background();
        List<Handle> out = new ArrayList<>();
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            double position = fit.estimate(i, "position").value();
            double height = fit.height(i).value();
            double level = background[nearest(x, position)];
            String path = "components[" + indexes[i] + "].";
            if (isFree(c, "position")) {
                out.add(Handle.of(path + "position", Handle.Kind.X, position, level + height, c.name()));
            }
            double area = fit.estimate(i, "area").value();
            if (isFree(c, "area") && height != 0 && Double.isFinite(area / height)) {
                out.add(Handle.height(path + "area", position, level + height, level, area, c.name()));
            }
            if (isFree(c, "fwhm")) {
                double half = 0.5 * fit.estimate(i, "fwhm").value();
                out.add(Handle.of(path + "fwhm", Handle.Kind.WIDTH, position + half, level + 0.5 * height, c.name()));
            }
        }
        return out;
    }

    private static boolean isFree(PeakComponent c, String parameter) {
        return !c.constraint(parameter).isTied() && !c.constraint(parameter).fixed();
    }

    private static int nearest(double[] x, double position) {
        int i = Arrays.binarySearch(x, position);
        int above = Math.min(x.length - 1, i >= 0 ? i : -i - 1);
        return above > 0 && position - x[above - 1] < x[above] - position ? above - 1 : above;
    }
}
