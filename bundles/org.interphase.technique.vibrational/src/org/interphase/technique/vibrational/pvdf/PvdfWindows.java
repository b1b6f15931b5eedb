package org.interphase.technique.vibrational.pvdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Style;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.Fringe;
import org.interphase.technique.vibrational.bands.LocalFit;

/**
 * The windows of the PVDF phase analysis and their fits.
 *
 * @param mainWindow 700 to 930 cm-1: alpha 763, beta 840 and their neighbours
 * @param electroactive 1130 to 1320 cm-1: gamma 1234 and beta 1275 with neighbours; null if not measured
 * @param low 580 to 650 cm-1: alpha 614; null if not measured
 * @param fringe interference fringes that were taken off before; null if there are none
 */
public record PvdfWindows(PhaseWindow mainWindow, PhaseWindow electroactive, PhaseWindow low, Fringe fringe) {

    private static final int LARGEST_DEGREE = 5;

    /** Band of alpha at 763 cm-1. */
    public static final String ALPHA_763 = "alpha 763";
    /** Band of alpha at 614 cm-1. */
    public static final String ALPHA_614 = "alpha 614";
    /** Band of beta (and gamma) at 840 cm-1. */
    public static final String BETA_840 = "beta 840";
    /** Band of beta at 1275 cm-1. */
    public static final String BETA_1275 = "beta 1275";
    /** Band of gamma at 1234 cm-1. */
    public static final String GAMMA_1234 = "gamma 1234";

    /**
     * Fits the windows a spectrum covers.
     *
     * @param degree of the polynomial under the bands of the main window
     * @param detection significance from which a band counts as there
     * @throws AnalysisException if the alpha band at 763 cm-1 is not covered, or by too few points
     */
    public static PvdfWindows fit(BandSpectrum s, int degree, double detection, Progress progress)
            throws AnalysisException {
        if (!s.covers(748, 778)) {
            throw new AnalysisException("The spectrum covers " + BandSpectrum.fmt(s.x()[0]) + " to "
                    + BandSpectrum.fmt(s.x()[s.x().length - 1]) + " cm-1; the alpha band at 763 cm-1 must be in it.");
        }
        Fringe fringe = Fringe.of(s).orElse(null);
        PhaseWindow main = window(s, fringe, 700, 930, List.of(LocalFit.Line.of(ALPHA_763, 763, 8, 12),
                LocalFit.Line.of("alpha 795", 795, 7, 12), LocalFit.Line.of("gamma 812", 812, 4, 10),
                LocalFit.Line.of(BETA_840, 840, 6, 18), LocalFit.Line.of("alpha 855", 855, 6, 16),
                LocalFit.Line.of("877", 877, 8, 20)), degree, detection, progress);
        PhaseWindow electroactive = window(s, fringe, 1130, 1320, List.of(LocalFit.Line.of("alpha 1149", 1149, 6, 14),
                LocalFit.Line.of("1180", 1180, 12, 30), LocalFit.Line.of("alpha 1210", 1210, 7, 16),
                LocalFit.Line.of(GAMMA_1234, 1234, 6, 16),
                LocalFit.Line.of(BETA_1275, 1275, 7, 18)), 2, detection, progress);
        PhaseWindow low = window(s, fringe, 580, 650, List.of(LocalFit.Line.of(ALPHA_614, 614, 6, 10)), 1, detection,
                progress);
        if (main == null) {
            throw new AnalysisException("Too few points between 700 and 930 cm-1 to fit the phase bands; measure "
                    + "with a finer step.");
        }
        return new PvdfWindows(main, electroactive, low, fringe);
    }

    /** The fit of a window with those lines it covers; null if there are none or too few points. */
    private static PhaseWindow window(BandSpectrum s, Fringe fringe, double from, double to, List<LocalFit.Line> lines,
            int degree, double detection, Progress progress) {
        BandSpectrum part = s.part(from, to).independent(2 * LocalFit.leastPoints(lines.size(), degree));
        if (part.x().length < 8) {
            return null;
        }
        List<LocalFit.Line> covered = lines.stream().filter(l -> s.covers(l.lower() - 6, l.upper() + 6)).toList();
        if (covered.isEmpty() || part.x().length < LocalFit.leastPoints(covered.size(), degree)) {
            return null;
        }
        double[] y = part.y().clone();
        if (fringe != null) {
            double[] f = fringe.at(part.x());
            for (int i = 0; i < y.length; i++) {
                y[i] -= f[i];
            }
        }
        List<LocalFit> shaped = LocalFit.shaped(part.x(), y, part.noise().sigma(), covered, degree, detection,
                progress);
        LocalFit fit = shaped.get(0);
        List<LocalFit> others = new ArrayList<>(shaped.subList(1, shaped.size()));
        for (int d : new int[] {degree - 1, degree + 1}) {
            if (d >= 1 && d <= LARGEST_DEGREE && part.x().length >= LocalFit.leastPoints(covered.size(), d)) {
                others.add(fit.unjudgedAlike(part.x(), y, part.noise().sigma(), covered, d, detection, progress));
            }
        }
        List<LocalFit> disturbed = new ArrayList<>();
        for (double[] error : fringe == null ? List.<double[]>of() : fringe.errors(part.x())) {
            double[] moved = y.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += error[i];
            }
            disturbed.add(fit.unjudgedAlike(part.x(), moved, part.noise().sigma(), covered, degree, detection,
                    progress));
        }
        return new PhaseWindow(fit, others, disturbed);
    }

    /** The fit of the main window. */
    public LocalFit main() {
        return mainWindow.fit();
    }

    /** The phase bands covered. */
    public List<String> bands() {
        List<String> out = new ArrayList<>();
        for (String b : List.of(ALPHA_763, BETA_840, BETA_1275,
                GAMMA_1234, ALPHA_614)) {
            if (found(b) != null) {
                out.add(b);
            }
        }
        return out;
    }

    /** What became of a band; null if it is not covered. */
    public LocalFit.Found found(String band) {
        PhaseWindow w = windowOf(band);
        return w == null ? null : w.fit().found(band);
    }

    /** The window of a band; null if it is not covered. */
    public PhaseWindow windowOf(String band) {
        return windows().stream().filter(w -> w.fit().names().contains(band)).findFirst().orElse(null);
    }

    /** What is known of a band; null if it is not covered. */
    public PhaseEstimate estimate(String band, LocalFit.Quantity quantity) {
        PhaseWindow w = windowOf(band);
        return w == null ? null : PhaseEstimate.of(w, band, quantity);
    }

    private List<PhaseWindow> windows() {
        return Stream.of(mainWindow, electroactive, low).filter(Objects::nonNull).toList();
    }

    private double[] withFringe(double[] x, double[] y) {
        if (fringe == null) {
            return y;
        }
        double[] out = fringe.at(x);
        for (int i = 0; i < out.length; i++) {
            out[i] += y[i];
        }
        return out;
    }

    /** Fitted curves, baselines and bands. */
    public List<Overlay> overlays() {
        List<Overlay> out = new ArrayList<>();
        int window = 0;
        int component = 0;
        List<Layer.Text> texts = new ArrayList<>();
        for (PhaseWindow w : windows()) {
            LocalFit f = w.fit();
            window++;
            double[] x = f.x();
            double[] base = withFringe(x, f.baseline());
            double[] fitted = withFringe(x, f.fitted());
            out.add(Overlay.main("pvdf-baseline-" + window, new Layer.Line(window == 1 ? "Baseline" : "", x, base,
                    Style.line(Colour.BACKGROUND, 1).dashed(Style.Dash.DASHED))));
            for (String name : f.names()) {
                if (f.found(name).detected()) {
                    double[] band = f.band(name);
                    double[] top = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        top[i] = base[i] + band[i];
                    }
                    out.add(Overlay.main("pvdf-" + name.replace(' ', '-'), new Layer.Band("", x, base, top,
                            Style.fill(Colour.component(component++), 0.3))).of(name));
                    double centre = f.found(name).features().centre().value();
                    int at = nearest(x, centre);
                    texts.add(new Layer.Text(centre, fitted[at], name, String.format(java.util.Locale.ROOT,
                            "%s: %.1f cm\u207b\u00b9, absorbance %.4f", name, centre,
                            f.found(name).features().height().value()), Colour.HIGHLIGHT, name));
                }
            }
            out.add(Overlay.main("pvdf-fit-" + window, new Layer.Line(window == 1 ? "Fit" : "", x, fitted,
                    Style.line(Colour.MODEL, 1.2))));
        }
        out.add(Overlay.main("band-labels", new Layer.Labels("", texts, Style.line(Colour.HIGHLIGHT, 1))));
        return out;
    }

    private static int nearest(double[] x, double value) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (Math.abs(x[i] - value) < Math.abs(x[best] - value)) {
                best = i;
            }
        }
        return best;
    }
}
