package org.interphase.technique.elements.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.elements.presence.FamilySearch;
import org.interphase.technique.elements.presence.Found;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.spectrum.FamilyFit;
import org.interphase.technique.elements.spectrum.XrayFamily;

/** A spectrum with its continuum, its families and their names. */
public final class SpectrumPicture {

    private SpectrumPicture() {
    }

    /** Lays continuum, fit and names over the data, and adds a figure on a logarithmic scale. */
    public static void draw(Outcome.Builder out, EdsSpectrum s, FamilySearch.Result found) {
        FamilyFit fit = found.fit();
        int low = fit.firstChannel();
        double[] model = fit.model();
        double[] background = fit.background();
        double[] x = new double[model.length];
        double[] y = new double[model.length];
        double[] residual = new double[model.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = s.energy(i + low) / 1000;
            y[i] = s.counts()[i + low];
            residual[i] = (y[i] - model[i]) / Math.sqrt(Math.max(1, model[i]));
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Points("Counts", x, floor(y), null, Style.points(Colour.DATA, Style.Symbol.DOT, 2)));
        List<Found> present = found.elements().stream().filter(Found::present).toList();
        for (int k = 0; k < present.size(); k++) {
            Found f = present.get(k);
            double[] top = background.clone();
            for (int index : f.indexes()) {
                double[] c = fit.component(index);
                for (int i = 0; i < top.length; i++) {
                    top[i] += Math.max(0, c[i]);
                }
            }
            layers.add(new Layer.Band("", x, floor(background), floor(top), Style.fill(Colour.component(k), 0.3),
                    f.symbol()));
        }
        layers.add(new Layer.Line("Continuum", x, floor(background), Style.line(Colour.BACKGROUND, 1).dashed(
                Style.Dash.DASHED)));
        layers.add(new Layer.Line("Fit", x, floor(model), Style.line(Colour.MODEL, 1)));
        layers.add(new Layer.Labels("", labels(s, fit, present, model), Style.line(Colour.HIGHLIGHT, 1)));
        double top = 1;
        for (double v : y) {
            top = Math.max(top, v);
        }
        Panel main = Panel.of(Panel.MAIN, AxisSpec.of("Energy", "keV"), AxisSpec.of("Intensity", "counts").log().range(
                Math.max(0.5, Math.min(10, top * 1e-5)), 3 * top), layers).weight(3);
        Panel below = Panel.of(Panel.RESIDUAL, AxisSpec.of("Energy", "keV"), AxisSpec.of("Residual", "1"), List.of(
                new Layer.Guides("", false, new double[] {0}, Style.line(Colour.MUTED, 0.5)), new Layer.Line("",
                        x, residual, Style.line(Colour.RESIDUAL, 0.7)))).noLegend();
        out.figure(new Figure("elements", "Elements", "Spectrum with the families of lines that were found over the "
                + "continuum; below, what the fit leaves over the square root of the counts.", List.of(main, below),
                true));
    }

    private static double[] floor(double[] v) {
        double[] out = v.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(0.5, out[i]);
        }
        return out;
    }

    private static List<Layer.Text> labels(EdsSpectrum s, FamilyFit fit, List<Found> present, double[] model) {
        List<Layer.Text> out = new ArrayList<>();
        int low = fit.firstChannel();
        for (Found f : present) {
            for (int index : f.indexes()) {
                XrayFamily family = fit.families().get(index);
                if (fit.counts(index) < 3 * fit.uncertainty(index)) {
                    continue;
                }
                // one name for each family: further lines would hide each other where the picture is small
                XrayFamily.Line best = family.strongest();
                int at = s.channel(best.energy()) - low;
                if (at >= 0 && at < model.length) {
                    out.add(new Layer.Text(best.energy() / 1000, Math.max(1, model[at]), family.element().symbol() + " "
                            + greek(family.groups().get(0).name()), family.name() + ", " + Math.round(best.energy())
                            + " eV", Colour.HIGHLIGHT, f.symbol()));
                }
            }
        }
        return out;
    }

    private static String greek(String group) {
        return group.replace("-alpha", "\u03b1").replace("-beta", "\u03b2").replace("-zeta", "\u03b6").replace("-l",
                "\u2113");
    }
}
