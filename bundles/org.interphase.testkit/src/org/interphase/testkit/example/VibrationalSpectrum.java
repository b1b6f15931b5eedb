package org.interphase.testkit.example;

import java.util.List;
import java.util.Locale;

/**
 * A simulated vibrational spectrum: bands over a smooth curved baseline with additive normal noise.
 *
 * @param from first wavenumber in cm-1
 * @param to last wavenumber in cm-1
 * @param step step in cm-1
 * @param bands lines, heights times width in signal units cm-1
 * @param baseline amplitude of the curved baseline
 * @param noise standard deviation of the noise
 */
record VibrationalSpectrum(double from, double to, double step, List<Peak> bands, double baseline, double noise) {

    /** Wavenumbers, ascending. */
    double[] x() {
        double[] x = new double[(int) Math.round((to - from) / step) + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + i * step;
        }
        return x;
    }

    /** Noisy signal. */
    double[] y(SeededNoise random) {
        double[] x = x();
        double[] y = Peak.sum(bands, x);
        for (int i = 0; i < x.length; i++) {
            double t = (x[i] - from) / (to - from);
            y[i] += baseline * (0.3 + 0.5 * t + 0.6 * Math.sin(2.2 * t) * Math.exp(-t)) + noise * random.normal();
        }
        return y;
    }

    /** A line from its height, for bands that are given so. */
    static Peak band(String name, double position, double fwhm, double height, double lorentzian) {
        double gauss = 2 * Math.sqrt(Math.log(2) / Math.PI) / fwhm;
        double lorentz = 2 / (Math.PI * fwhm);
        double area = height / ((1 - lorentzian) * gauss + lorentzian * lorentz);
        return new Peak(name, position, fwhm, area, lorentzian);
    }

    /** The spectrum as text of two columns with a commented header. */
    String text(SeededNoise random, String title, String laser) {
        StringBuilder out = new StringBuilder("# " + title + "\n# synthetic: made by the Interphase test kit\n# Laser: "
                + laser + "\n# Raman shift (cm-1)\tIntensity (counts)\n");
        double[] x = x();
        double[] y = y(random);
        for (int i = 0; i < x.length; i++) {
            out.append(String.format(Locale.ROOT, "%.2f\t%.3f\n", x[i], y[i]));
        }
        return out.toString();
    }

    /**
     * The spectrum as JCAMP-DX 4.24 (McDonald and Wilks, Appl. Spectrosc. 42 (1988) 151), infrared absorbance, AFFN.
     */
    String jcamp(SeededNoise random, String title) {
        double[] x = x();
        double[] y = y(random);
        StringBuilder out = new StringBuilder();
        out.append("##TITLE=").append(title).append("\n##JCAMP-DX=4.24\n##DATA TYPE=INFRARED SPECTRUM\n")
                .append("##ORIGIN=Interphase test kit\n##OWNER=public domain\n$$ synthetic spectrum\n")
                .append("##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##RESOLUTION=4\n")
                .append(String.format(Locale.ROOT, "##FIRSTX=%.3f\n##LASTX=%.3f\n##NPOINTS=%d\n##FIRSTY=%.6f\n",
                        x[0], x[x.length - 1], x.length, y[0]))
                .append(String.format(Locale.ROOT, "##XFACTOR=1\n##YFACTOR=1E-7\n##DELTAX=%.6f\n##XYDATA=(X++(Y..Y))\n",
                        step));
        for (int i = 0; i < x.length; i += 8) {
            out.append(String.format(Locale.ROOT, "%.3f", x[i]));
            for (int k = i; k < Math.min(i + 8, x.length); k++) {
                out.append(' ').append(Math.round(y[k] * 1e7));
            }
            out.append('\n');
        }
        return out.append("##END=\n").toString();
    }
}
