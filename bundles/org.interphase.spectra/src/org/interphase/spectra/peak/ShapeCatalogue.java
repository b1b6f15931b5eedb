package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.interphase.numerics.shape.AsymmetricPseudoVoigt;
import org.interphase.numerics.shape.CasaDampedLorentzian;
import org.interphase.numerics.shape.CasaLorentzian;
import org.interphase.numerics.shape.DoniachSunjic;
import org.interphase.numerics.shape.ExponentiallyModifiedGaussian;
import org.interphase.numerics.shape.Fano;
import org.interphase.numerics.shape.GaussLorentzProduct;
import org.interphase.numerics.shape.Gaussian;
import org.interphase.numerics.shape.LineShape;
import org.interphase.numerics.shape.Lorentzian;
import org.interphase.numerics.shape.PearsonVii;
import org.interphase.numerics.shape.PseudoVoigt;
import org.interphase.numerics.shape.SplitPseudoVoigt;
import org.interphase.numerics.shape.Voigt;

/** The line shapes by name and what the numbers in brackets mean for each. */
final class ShapeCatalogue {

    /**
     * A shape.
     *
     * @param counts how many numbers in brackets are permitted
     * @param make the numerics' shape for the numbers (which may select it)
     * @param extras values of the shape's own parameters for the numbers; null to fit them
     * @param other further spellings, lower case
     */
    private record Entry(List<Integer> counts, Function<List<Double>, LineShape> make,
            Function<List<Double>, double[]> extras, List<String> other) {
    }

    private static final Map<String, Entry> ENTRIES = entries();

    /**
     * A sum of Gaussian and Lorentzian line fitted to a Voigt profile has an area larger by this times m (1 - m), m the
     * mixing: about 1 to 2.4 % for mixings from 0.1 to 0.8, within 0.5 % whatever range and background are (found
     * by fits to exact profiles, repeated by a test).
     */
    static final double VOIGT_EXCESS = 0.09;

    private static final java.util.Set<String> SYMMETRIC = java.util.Set.of("gaussian", "pseudo-voigt", "SGL", "GL",
            "voigt");
    private static final java.util.Set<String> SUMS = java.util.Set.of("pseudo-voigt", "SGL",
            "asymmetric-pseudo-voigt");

    private ShapeCatalogue() {
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> m = new LinkedHashMap<>();
        m.put("gaussian", plain(new Gaussian(), List.of("gauss", "g")));
        m.put("lorentzian", plain(new Lorentzian(), List.of("lorentz", "l")));
        m.put("pseudo-voigt", plain(new PseudoVoigt(), List.of("pseudovoigt", "pv")));
        // CasaXPS writes the Lorentzian share in per cent
        m.put("GL", new Entry(List.of(0, 1), a -> new GaussLorentzProduct(), a -> percent(a), List.of("gl-product")));
        m.put("SGL", new Entry(List.of(0, 1), a -> new PseudoVoigt(), a -> percent(a), List.of("gl-sum")));
        m.put("voigt", plain(new Voigt(), List.of("v")));
        m.put("split-pseudo-voigt", plain(new SplitPseudoVoigt(), List.of()));
        m.put("asymmetric-pseudo-voigt", plain(new AsymmetricPseudoVoigt(), List.of()));
        m.put("doniach-sunjic", plain(new DoniachSunjic(true), List.of("ds")));
        m.put("pearson-vii", plain(new PearsonVii(), List.of("pearson")));
        m.put("emg", plain(new ExponentiallyModifiedGaussian(true), List.of()));
        m.put("fano", plain(new Fano(), List.of("bwf")));
        m.put("LA", new Entry(List.of(0, 2, 3), a -> new CasaLorentzian(true), ShapeCatalogue::la, List.of()));
        // known for w, n, m = 80, 100, 6 only
        m.put("LF", new Entry(List.of(5), ShapeCatalogue::lf, a -> new double[0], List.of()));
        return m;
    }

    private static LineShape lf(List<Double> a) {
        if (!a.subList(2, 5).equals(List.of(80.0, 100.0, 6.0))) {
            throw new IllegalArgumentException("LF is known for LF(alpha,beta,80,100,6) only; CasaXPS does not "
                    + "publish what other numbers mean");
        }
        return new CasaDampedLorentzian(a.get(0), a.get(1));
    }

    private static Entry plain(LineShape shape, List<String> other) {
        int n = shape.extras().size();
        return new Entry(n == 0 ? List.of(0) : List.of(0, n), a -> shape,
                a -> a.isEmpty() ? null : a.stream().mapToDouble(Double::doubleValue).toArray(), other);
    }

    private static double[] la(List<Double> a) {
        return a.isEmpty() ? null : new double[] {a.get(0), a.get(1), a.size() < 3 ? 0 : a.get(2)};
    }

    private static double[] percent(List<Double> arguments) {
        return arguments.isEmpty() ? null : new double[] {arguments.get(0) / 100};
    }

    static List<String> names() {
        return new ArrayList<>(ENTRIES.keySet());
    }

    /** The name as it is written back, or null if there is no such shape. */
    static String canonical(String written) {
        String w = written.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Entry> e : ENTRIES.entrySet()) {
            if (e.getKey().toLowerCase(Locale.ROOT).equals(w) || e.getValue().other.contains(w)) {
                return e.getKey();
            }
        }
        return null;
    }

    static void check(String name, List<Double> arguments) {
        Entry e = ENTRIES.get(name);
        if (e == null) {
            throw new IllegalArgumentException("there is no line shape '" + name + "'");
        }
        if (!e.counts.contains(arguments.size())) {
            throw new IllegalArgumentException("line shape " + name + " takes " + e.counts
                    + " numbers in brackets, not "
                    + arguments.size());
        }
        double[] extras = e.extras.apply(arguments);
        if (extras == null) {
            return;
        }
        var specs = e.make.apply(arguments).extras();
        for (int i = 0; i < extras.length; i++) {
            if (!(extras[i] >= specs.get(i).lower() && extras[i] <= specs.get(i).upper())) {
                throw new IllegalArgumentException(name + ": " + specs.get(i).name() + " = " + extras[i]
                        + " lies outside [" + specs.get(i).lower() + ", " + specs.get(i).upper() + "]");
            }
        }
    }

    /** Whether a shape is one of the symmetric ones between Gaussian and Lorentzian, among which data hardly choose. */
    static boolean isSymmetricVoigtLike(PeakShape s) {
        return SYMMETRIC.contains(s.name());
    }

    /** Whether a shape stands for a Voigt profile by a sum of Gaussian and Lorentzian line. */
    static boolean approximatesVoigt(PeakShape s) {
        return SUMS.contains(s.name());
    }

    static LineShape shape(PeakShape s) {
        return ENTRIES.get(s.name()).make.apply(s.arguments());
    }

    static double[] heldExtras(PeakShape s) {
        return ENTRIES.get(s.name()).extras.apply(s.arguments());
    }
}
