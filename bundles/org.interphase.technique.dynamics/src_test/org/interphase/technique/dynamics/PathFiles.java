package org.interphase.technique.dynamics;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.interphase.api.Source;
import org.interphase.testkit.dynamics.PathTruth;

/** Reaction paths written as programs do. */
public final class PathFiles {

    private PathFiles() {
    }

    private static Source of(String name, StringBuilder text) {
        return Source.of(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code neb.dat} of the VTST scripts. */
    public static Source neb(PathTruth p) {
        StringBuilder out = new StringBuilder();
        for (int k = 0; k < p.place().length; k++) {
            out.append(String.format(Locale.ROOT, "%3d %12.6f %12.6f %12.6f %3d%n", k, p.place()[k], p.energy()[k],
                    p.force()[k], k));
        }
        return of("neb.dat", out);
    }

    /** {@code spline.dat} of the VTST scripts. */
    public static Source spline(PathTruth p) {
        StringBuilder out = new StringBuilder();
        for (int k = 0; k < p.place().length; k++) {
            out.append(String.format(Locale.ROOT, "%12.6f %12.6f %12.6f %12.6f%n", 0.5 * k, p.place()[k], p.energy()[k],
                    p.force()[k]));
        }
        return of("spline.dat", out);
    }

    /** {@code .dat} of neb.x, all forces converged to 0.02 eV/angstrom. */
    public static Source espresso(PathTruth p) {
        StringBuilder out = new StringBuilder();
        double length = p.place()[p.place().length - 1];
        for (int k = 0; k < p.place().length; k++) {
            out.append(String.format(Locale.ROOT, "%20.10f%20.10f%20.10f%n", p.place()[k] / length, p.energy()[k]
                    - p.energy()[0], 0.02));
        }
        return of("li.dat", out);
    }

    /** A table with headings. */
    public static Source csv(PathTruth p) {
        StringBuilder out = new StringBuilder("reaction coordinate (Angstrom),energy (eV)\n");
        for (int k = 0; k < p.place().length; k++) {
            out.append(String.format(Locale.ROOT, "%.5f,%.5f%n", p.place()[k], p.energy()[k]));
        }
        return of("path.csv", out);
    }

    /** {@code .path} of neb.x: one atom over a barrier of 0.1 hartree, 2 bohr away. */
    public static Source espressoPath() {
        StringBuilder out = new StringBuilder("RESTART INFORMATION\n      10\n      20\n       0\nNUMBER OF IMAGES\n"
                + "   5\nENERGIES, POSITIONS AND GRADIENTS\n");
        for (int k = 0; k < 5; k++) {
            double x = 0.5 * k;
            out.append("Image:").append(String.format(Locale.ROOT, "%5d%n%20.10f%n", k + 1, -7 + 0.1 * Math.pow(
                    Math.sin(Math.PI / 2 * x), 2)));
            out.append(String.format(Locale.ROOT, "%20.12f%20.12f%20.12f%20.12f%20.12f%20.12f%s%n", x, 0.0, 0.0,
                    0.1 * Math.PI / 2 * Math.sin(Math.PI * x), 0.0001, 0.0, k == 0 ? "  1  1  1" : ""));
        }
        return of("li.path", out);
    }

    /** The end of the output of neb.x. */
    public static Source espressoOutput() {
        return of("li.out", new StringBuilder("""

                     Program NEB v.7.2 starts on  1Jan2026 at 12: 0: 0

                     ------------------------------ iteration   1 ------------------------------

                     activation energy (->) =   0.512000 eV
                     activation energy (<-) =   0.401000 eV

                     image        energy (eV)        error (eV/A)        frozen

                         1       -100.0000000            0.010000            T
                         2        -99.8500000            0.030000            F
                         3        -99.4880000            0.020000            F
                         4        -99.7000000            0.030000            F
                         5        -99.8890000            0.010000            T

                     path length          =  5.000 bohr
                     inter-image distance =  1.250 bohr

                """));
    }
}
