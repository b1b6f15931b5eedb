package org.interphase.testkit.example;

import java.io.IOException;
import java.util.Locale;
import org.interphase.testkit.mechanics.IndentTruth;
import org.interphase.testkit.mechanics.TensileTruth;

/** Tensile tests and an indent of the electrolyte film. Strength, elongation, hardness and modulus are the study's. */
final class MechanicalFiles {

    private static final String FILM = "film";
    private static final int SPECIMENS = 3;

    private MechanicalFiles() {
    }

    static void film(CoatedCathode example) throws IOException {
        TensileTruth truth = null;
        for (int n = 1; n <= SPECIMENS; n++) {
            // scales within class 1
            truth = TensileTruth.of(TensileTruth.film(), new TensileTruth.Machine(300, 0.006, 0, 0, 0.004),
                    CoatedCathode.seed(FILM, "tensile " + n));
            StringBuilder out = new StringBuilder("# synthetic: made by the Interphase test kit\nSpecimen: ").append(n)
                    .append("\nStrain (%),Stress (MPa)\n");
            for (int i = 0; i < truth.strain().length; i++) {
                out.append(String.format(Locale.ROOT, "%.4f,%.4f\n", 100 * truth.strain()[i], truth.stress()[i]));
            }
            example.text("raw/film/tensile-" + n + ".csv", out.toString());
        }
        String recipe = "mechanics/tensile-specimens";
        example.truth().add(FILM, "raw/film", recipe, "tensile strength, mean", truth.strength(), "MPa");
        example.truth().add(FILM, "raw/film", recipe, "modulus, mean", truth.modulus(), "MPa");
        example.truth().add(FILM, "raw/film", recipe, "elongation at break, mean", 100 * truth.elongation(), "%");

        IndentTruth indent = IndentTruth.of(IndentTruth.polymer(), CoatedCathode.seed(FILM, "indentation"));
        StringBuilder out = new StringBuilder("# synthetic: made by the Interphase test kit\n")
                .append("Time (s),Depth (nm),Load (mN)\n");
        for (int i = 0; i < indent.time().length; i++) {
            out.append(String.format(Locale.ROOT, "%.3f,%.2f,%.6f\n", indent.time()[i], indent.depth()[i],
                    indent.force()[i]));
        }
        example.text("raw/film/indent.csv", out.toString());
        example.truth().add(FILM, "raw/film/indent.csv", "mechanics/indentation", "hardness", indent.hardness(), "MPa");
        example.truth().add(FILM, "raw/film/indent.csv", "mechanics/indentation", "elastic modulus", indent.modulus(),
                "MPa");
    }
}
