package org.interphase.testkit.example;

import java.io.IOException;
import java.util.Locale;
import org.interphase.testkit.dynamics.PathTruth;
import org.interphase.testkit.dynamics.WalkTruth;

/**
 * Lithium in the polymer of a coating: a trajectory of jumps whose mean squared displacement rises as in the study
 * (1.23e-3 and 0.20e-3 angstrom^2/ps), and the images of a reaction path over the study's barriers.
 */
final class SimulationFiles {

    private static final int IONS = 36;
    private static final int FRAMES = 301;
    /** Length of a jump in angstroms. */
    private static final double JUMP = 2.4;
    /** Edge of the cell in angstroms. */
    private static final double CELL = 42;

    private final CoatedCathode example;
    private final String sample;

    SimulationFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
    }

    void write() throws IOException {
        if (!sample.equals(CoatedCathode.BARE)) {
            boolean pvdf = sample.equals(CoatedCathode.PVDF);
            trajectory(pvdf ? 1.23e-3 : 0.20e-3, pvdf ? 300 : 1500);
            path(pvdf ? 1.10 : 1.51, pvdf ? 0.92 : 1.33);
        }
    }

    /** Six times the diffusion coefficient is the slope; interval in ps. */
    private void trajectory(double slope, double interval) throws IOException {
        long seed = CoatedCathode.seed(sample, "trajectory");
        WalkTruth truth = WalkTruth.jumps(IONS, FRAMES, interval, slope / (JUMP * JUMP), JUMP, 0, seed)
                .rattling(0.25, 0, seed + 1).scattered(CELL, seed + 2);
        StringBuilder out = new StringBuilder();
        for (int f = 0; f < truth.frames(); f++) {
            // comments as CP2K writes them: times in fs, places not brought back into the cell
            out.append(String.format(Locale.ROOT, "%d\n i = %d, time = %.3f, E = 0, synthetic: Interphase test kit\n",
                    IONS, f, 1000 * f * interval));
            for (double[] p : truth.places()) {
                out.append(String.format(Locale.ROOT, "Li %.3f %.3f %.3f\n", p[3 * f], p[3 * f + 1], p[3 * f + 2]));
            }
        }
        String file = path("trajectory.xyz");
        example.text(file, out.toString());
        example.truth().add(sample, file, "dynamics/diffusion", "tracer diffusion coefficient",
                truth.diffusion(), "Angstrom2/ps");
        example.truth().add(sample, file, "dynamics/diffusion", "MSD slope", slope, "Angstrom2/ps");
    }

    private void path(double forward, double reverse) throws IOException {
        PathTruth truth = PathTruth.barrier(9, forward, reverse, 0.002, true, CoatedCathode.seed(sample, "path"));
        StringBuilder out = new StringBuilder("# synthetic: made by the Interphase test kit\n")
                .append("Path (angstrom),Energy (eV),Force (eV/angstrom)\n");
        for (int i = 0; i < truth.place().length; i++) {
            out.append(String.format(Locale.ROOT, "%.5f,%.5f,%.5f\n", truth.place()[i], truth.energy()[i],
                    truth.force()[i]));
        }
        String file = path("neb.csv");
        example.text(file, out.toString());
        example.truth().add(sample, file, "dynamics/barrier", "forward barrier", forward, "eV");
        example.truth().add(sample, file, "dynamics/barrier", "reverse barrier", reverse, "eV");
        example.truth().add(sample, file, "dynamics/barrier", "reaction energy", forward - reverse, "eV");
    }

    private String path(String name) {
        return "raw/" + CoatedCathode.slug(sample) + "/" + name;
    }
}
