package org.interphase.technique.vibrational.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Style;
import org.interphase.technique.vibrational.bands.Band;
import org.interphase.technique.vibrational.bands.BandSpectrum;

/** How bands are drawn over a spectrum. */
public final class BandPicture {

    private static final double LN2 = Math.log(2);

    private BandPicture() {
    }

    /** The fitted bands as filled areas over the baseline. */
    public static List<Overlay> fills(BandSpectrum s, List<Band> bands) {
        List<Overlay> out = new ArrayList<>();
        for (int k = 0; k < bands.size(); k++) {
            Band b = bands.get(k);
            List<Integer> w = s.window(b.position() - 3 * b.fwhm(), b.position() + 3 * b.fwhm());
            int n = w.get(1) - w.get(0);
            if (n < 2) {
                continue;
            }
            double[] x = new double[n];
            double[] low = new double[n];
            double[] high = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = s.x()[w.get(0) + i];
                low[i] = s.baseline()[w.get(0) + i];
                high[i] = low[i] + value(b, x[i]);
            }
            String name = name(bands, k);
            out.add(Overlay.main("band-" + (k + 1), new Layer.Band("", x, low, high,
                    Style.fill(Colour.component(k), 0.3))).of(name));
        }
        return out;
    }

    /** The baseline as a line. */
    public static Overlay baseline(BandSpectrum s) {
        return Overlay.main("baseline", new Layer.Line("Baseline", s.x(), s.baseline(),
                Style.line(Colour.BACKGROUND, 1).dashed(Style.Dash.DASHED)));
    }

    /** Labels with the bands' positions. */
    public static Overlay labels(BandSpectrum s, List<Band> bands, List<String> texts, List<String> hints) {
        List<Layer.Text> all = new ArrayList<>();
        for (int k = 0; k < bands.size(); k++) {
            Band b = bands.get(k);
            int at = Math.min(s.x().length - 1, s.window(b.position(), b.position()).get(0));
            all.add(new Layer.Text(b.position(), s.y()[at], texts.get(k), hints.get(k), Colour.HIGHLIGHT,
                    name(bands, k)));
        }
        return Overlay.main("band-labels", new Layer.Labels("", all, Style.line(Colour.HIGHLIGHT, 1)));
    }

    /** "band 3" or "shoulder 1", numbered in ascending position. */
    public static String name(List<Band> bands, int index) {
        boolean shoulder = bands.get(index).shoulder();
        int number = 0;
        for (int i = 0; i <= index; i++) {
            number += bands.get(i).shoulder() == shoulder ? 1 : 0;
        }
        return (shoulder ? "shoulder " : "band ") + number;
    }

    /** Position as a label. */
    public static String label(Band b) {
        return String.format(Locale.ROOT, b.positionU() < 0.5 ? "%.1f" : "%.0f", b.position());
    }

    private static double value(Band b, double x) {
        double t = 2 * (x - b.position()) / b.fwhm();
        return b.height() * (b.mixing() / (1 + t * t) + (1 - b.mixing()) * Math.exp(-LN2 * t * t));
    }
}
