package org.interphase.technique.dynamics;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.interphase.api.Source;
import org.interphase.testkit.dynamics.WalkTruth;

/** Walks written as files of simulations. */
public final class TrajectoryFiles {

    private TrajectoryFiles() {
    }

    /**
     * A dump of LAMMPS in a cubic box, wrapped, without image flags. Atoms of type 1 walk, one of type 2 stays; lines
     * come in another order in every frame.
     */
    public static Source lammps(WalkTruth walks, double box, int stride, String units) {
        StringBuilder out = new StringBuilder();
        WalkTruth w = walks.wrapped(box);
        int n = w.particles() + 1;
        for (int f = 0; f < w.frames(); f++) {
            out.append(units.isEmpty() ? "" : "ITEM: UNITS\n" + units + "\n").append("ITEM: TIMESTEP\n")
                    .append(f * stride).append("\nITEM: NUMBER OF ATOMS\n").append(n)
                    .append("\nITEM: BOX BOUNDS pp pp pp\n");
            for (int c = 0; c < 3; c++) {
                out.append(String.format(Locale.ROOT, "0 %s%n", box));
            }
            out.append("ITEM: ATOMS id type x y z\n");
            for (int k = 0; k < n; k++) {
                int i = (k + f) % n;
                out.append(i + 1).append(i < n - 1 ? " 1" : " 2");
                for (int c = 0; c < 3; c++) {
                    out.append(String.format(Locale.ROOT, " %.5f", i < n - 1 ? w.places()[i][3 * f + c] : 1.0));
                }
                out.append('\n');
            }
        }
        return Source.of("walk.lammpstrj", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Extended XYZ of lithium in a cubic box, wrapped, with one oxygen that stays. */
    public static Source extendedXyz(WalkTruth walks, double box) {
        String lattice = String.format(Locale.ROOT, "Lattice=\"%s 0 0 0 %s 0 0 0 %s\" Properties=species:S:1:pos:R:3 "
                + "pbc=\"T T T\"", box, box, box);
        return xyz(walks.wrapped(box), lattice);
    }

    /** XYZ of lithium and one oxygen that stays, under a comment. */
    public static Source xyz(WalkTruth w, String comment) {
        StringBuilder out = new StringBuilder();
        for (int f = 0; f < w.frames(); f++) {
            out.append(w.particles() + 1).append('\n').append(comment).append("\nO 0.5 0.5 0.5\n");
            for (double[] p : w.places()) {
                out.append("Li");
                for (int c = 0; c < 3; c++) {
                    out.append(String.format(Locale.ROOT, " %.5f", p[3 * f + c]));
                }
                out.append('\n');
            }
        }
        return Source.of("walk.xyz", out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
