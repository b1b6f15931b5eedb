package org.interphase.technique.electrochemistry.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style.Symbol;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/** Nyquist, Bode and residual figures of impedance spectra, and the overlays of a fit. */
public final class EisFigures {

    /** Panel of |Z| over frequency. */
    static final String MODULUS = "bode-modulus";
    /** Panel of the phase over frequency. */
    static final String PHASE = "bode-phase";

    private EisFigures() {
    }

    /** Nyquist panel with equal scales; overlays of the main panel on top. */
    static Panel nyquist(List<Layer> layers, ImpedanceScale scale) {
        String unit = scale.unit().text();
        return Panel.of(Panel.MAIN, AxisSpec.of("Z′", unit), AxisSpec.of("−Z″", unit), layers).equalScales();
    }

    /** Measured points and marks at the decades of frequency. */
    static List<Layer> points(ImpedanceSpectrum s, String label, Colour colour) {
        List<Layer> out = new ArrayList<>();
        out.add(new Layer.Points(label, s.re(), negated(s.im()), null, Style.points(colour, Symbol.CIRCLE, 5)));
        List<Layer.Text> texts = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int decade = -9; decade <= 12; decade++) {
            int at = nearest(s, Math.pow(10, decade));
            if (at >= 0) {
                texts.add(new Layer.Text(s.re()[at], -s.im()[at], hertz(decade),
                        Numbers.plain(s.frequency()[at], 4) + " Hz", colour));
                x.add(s.re()[at]);
                y.add(-s.im()[at]);
            }
        }
        out.add(new Layer.Points("", array(x), array(y), null, Style.points(colour, Symbol.DOT, 6)));
        out.add(new Layer.Labels("", texts, Style.line(colour, 8)));
        return out;
    }

    private static String hertz(int decade) {
        String[] prefixes = {"n", "µ", "m", "", "k", "M", "G", "T"};
        int group = Math.floorDiv(decade, 3);
        String number = switch (Math.floorMod(decade, 3)) {
            case 0 -> "1";
            case 1 -> "10";
            default -> "100";
        };
        return number + " " + prefixes[Math.min(Math.max(group + 3, 0), prefixes.length - 1)] + "Hz";
    }

    /** The point nearest to a frequency within a tenth of a decade, or -1. */
    private static int nearest(ImpedanceSpectrum s, double hertz) {
        int best = -1;
        double distance = 0.1 * Math.log(10);
        for (int i = 0; i < s.size(); i++) {
            double d = Math.abs(Math.log(s.frequency()[i] / hertz));
            if (d < distance) {
                distance = d;
                best = i;
            }
        }
        return best;
    }

    /** |Z| and phase over frequency. */
    static Figure bode(ImpedanceSpectrum s, List<Overlay> overlays) {
        double[] phase = new double[s.size()];
        for (int i = 0; i < phase.length; i++) {
            phase[i] = -Math.toDegrees(Math.atan2(s.im()[i], s.re()[i]));
        }
        AxisSpec f = AxisSpec.of("Frequency", "Hz").log();
        Panel modulus = Panel.of(MODULUS, f, AxisSpec.of("|Z|", s.scale().unit().text()).log(),
                List.of(new Layer.Points("measured", s.frequency(), s.modulus(), null,
                        Style.points(Colour.DATA, Symbol.CIRCLE, 5)))).plus(of(overlays, MODULUS));
        Panel angle = Panel.of(PHASE, f, AxisSpec.of("−Phase", "deg"), List.of(new Layer.Points("", s.frequency(),
                phase, null, Style.points(Colour.DATA, Symbol.CIRCLE, 5)))).plus(of(overlays, PHASE)).noLegend();
        return new Figure("bode", "Bode", "Modulus and phase of the impedance over frequency.",
                List.of(modulus, angle), true);
    }

    /** Relative residuals over frequency: the overlays of the residual panel. */
    public static Panel residuals(List<Overlay> overlays) {
        return Panel.of(Panel.RESIDUAL, AxisSpec.of("Frequency", "Hz").log(), AxisSpec.of("Residual", "%"),
                of(overlays, Panel.RESIDUAL)).weight(0.3);
    }

    /** The layers laid over a panel. */
    static List<Layer> of(List<Overlay> overlays, String panel) {
        return overlays.stream().filter(o -> o.panel().equals(panel)).map(Overlay::layer).toList();
    }

    /** Model curve, parts of the circuit and residuals as overlays. */
    public static List<Overlay> overlays(CircuitFit fit) {
        double[] f = dense(fit.spectrum());
        double[] z = fit.at(f);
        int n = f.length;
        double[] re = Arrays.copyOf(z, n);
        double[] minus = negated(Arrays.copyOfRange(z, n, 2 * n));
        double[] modulus = new double[n];
        double[] phase = new double[n];
        for (int i = 0; i < n; i++) {
            modulus[i] = Math.hypot(re[i], minus[i]);
            phase[i] = Math.toDegrees(Math.atan2(minus[i], re[i]));
        }
        Style line = Style.line(Colour.MODEL, 1.5);
        List<Overlay> out = new ArrayList<>(FitArcs.overlays(fit, f));
        out.add(Overlay.main("fit", new Layer.Line("fit " + fit.circuit().dashed(), re, minus, line)));
        out.add(new Overlay("fit-modulus", MODULUS, "", new Layer.Line("fit", f, modulus, line), ""));
        out.add(new Overlay("fit-phase", PHASE, "", new Layer.Line("", f, phase, line), ""));
        out.addAll(residuals(fit.spectrum(), fit.model()));
        return out;
    }

    /** Residuals relative to |Z| in percent as overlays of the residual panel. */
    public static List<Overlay> residuals(ImpedanceSpectrum s, double[] model) {
        int n = s.size();
        double[] re = new double[n];
        double[] im = new double[n];
        double[] modulus = s.modulus();
        for (int i = 0; i < n; i++) {
            re[i] = 100 * (s.re()[i] - model[i]) / modulus[i];
            im[i] = 100 * (s.im()[i] - model[n + i]) / modulus[i];
        }
        return List.of(Overlay.residual("residual-real", new Layer.Points("real", s.frequency(), re, null,
                Style.points(Colour.component(0), Symbol.CIRCLE, 4))),
                Overlay.residual("residual-imaginary", new Layer.Points("imaginary", s.frequency(), im, null,
                        Style.points(Colour.component(1), Symbol.DIAMOND, 4))),
                Overlay.residual("residual-zero", new Layer.Guides("", false, new double[] {0},
                        Style.line(Colour.MUTED, 1))));
    }

    /** Frequencies close enough for a smooth curve. */
    public static double[] dense(ImpedanceSpectrum s) {
        double high = s.frequency()[0];
        double low = s.frequency()[s.size() - 1];
        double[] f = new double[Math.max(2, (int) Math.ceil(40 * Math.log10(high / low)) + 1)];
        for (int i = 0; i < f.length; i++) {
            f[i] = high * Math.pow(low / high, i / (f.length - 1.0));
        }
        return f;
    }

    public static double[] negated(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = 0 - values[i];
        }
        return out;
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
