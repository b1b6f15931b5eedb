package org.interphase.technique.vibrational.operation;

import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Fact;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.spectra.operation.DespikeOperation;
import org.interphase.spectra.peak.PeakComponent;

/** Ready-made recipes. */
public final class VibrationalRecipes {

    /** All recipes. */
    public static final List<Recipe> ALL = List.of(ramanIdentify(), ftirIdentify(), pvdf(), carbon(), ramanDoubleBond(),
            ftirDoubleBond(), map());

    private VibrationalRecipes() {
    }

    /** Raman spectra; those over wavelengths become ones over shift once the laser is said. */
    private static Applicability raman() {
        return Applicability.of("raman").along("", Fact.LASER);
    }

    private static Recipe ramanIdentify() {
        return Recipe.of("raman/identify", "Identify by Raman bands",
                "Which bands are there and which species they speak for. Finds and measures the bands, assigns them "
                        + "against the reference table, and, if a folder of references is named in the step 'match', "
                        + "ranks its spectra.",
                // an open question: any half of the range has an answer
                // bands are looked for in what there is: a short stretch of the usual range will do
                raman().covering(200, 1800, "cm-1", 0.95), despike(),
                // in a crowded C-H region the flanks of strong lines would stand in the list as bands of their own
                Step.of("bands", VibrationalOperations.BANDS).withParameters(Map.of("shoulders", false)),
                Step.of("assign", VibrationalOperations.ASSIGN), Step.of("match", VibrationalOperations.MATCH));
    }

    private static Recipe ftirIdentify() {
        return Recipe.of("ftir/identify", "Identify by infrared bands",
                "Which bands are there and which species they speak for. Converts to absorbance where needed, finds "
                        + "and measures the bands, assigns them against the reference table, and, if a folder of "
                        + "references is named in the step 'match', ranks its spectra.",
                Applicability.of("ftir.absorbance", "ftir.transmittance", "ftir.reflectance",
                        "ftir.kubelka-munk"),
                Step.of("absorbance", VibrationalOperations.ABSORBANCE), Step.of("bands", VibrationalOperations.BANDS),
                Step.of("assign", VibrationalOperations.ASSIGN), Step.of("match", VibrationalOperations.MATCH));
    }

    private static Recipe pvdf() {
        return Recipe.of("ftir/pvdf-phase", "PVDF phases and beta fraction",
                "Which crystal phases of PVDF are there (alpha, beta, gamma) and what share of alpha and beta is beta.",
                Applicability.of("ftir.absorbance", "ftir.transmittance", "ftir.reflectance",
                        "ftir.kubelka-munk")
                        .covering(740, 900, "cm-1").preferring("pvdf", "kynar", "fluoride"),
                Step.of("absorbance", VibrationalOperations.ABSORBANCE), Step.of("phase", VibrationalOperations.PVDF))
                .answering("F(beta)", "alpha 763 absorbance", "beta 1275 absorbance");
    }

    private static Recipe carbon() {
        BandFitOperation.Parameters fit = new BandFitOperation.Parameters(new Range(1050, 1780), List.of(
                band("D", "pseudo-voigt", 1310, 1390, 100, 25, 280),
                band("G", "pseudo-voigt", 1555, 1615, 60, 12, 140)), BandFitOperation.Parameters.Base.QUADRATIC, 3,
                List.of("D / G"), true, List.of(), null);
        return Recipe.of("raman/carbon-d-g", "Carbon: D and G bands",
                "Fits the D and G bands of carbon with their baseline and gives I(D)/I(G). Further bands that stand "
                        + "in the residuals (D' near 1620, carbonate near 1090 cm-1) are fitted as neighbours.",
                raman().covering(1200, 1700, "cm-1").preferring("carbon", "graph", "ketjen",
                        "super p", "cnt", "black"),
                despike(), Step.of("fit", VibrationalOperations.FIT, fit));
    }

    private static Recipe ramanDoubleBond() {
        BandFitOperation.Parameters fit = new BandFitOperation.Parameters(new Range(1390, 1700), List.of(
                band("C=C", "pseudo-voigt", 1490, 1605, 45, 15, 110),
                band("CH2", "pseudo-voigt", 1420, 1446, 20, 8, 45)), BandFitOperation.Parameters.Base.QUADRATIC, 4,
                List.of("C=C / CH2"), true, List.of("C=C"), null);
        return Recipe.of("raman/c-double-bond", "Is C=C there? (Raman)",
                "Looks for C=C between 1490 and 1605 cm-1, as dehydrofluorinated PVDF has it, next to the CH2 bending "
                        + "band at 1430 cm-1, and gives its area or a detection limit. The band carries its name only "
                        + "if place, width and partner bands speak for it against carbon and aromatic rings.",
                raman().covering(1390, 1700, "cm-1").preferring("pvdf", "pan", "coated", "aged"),
                despike(), Step.of("fit", VibrationalOperations.FIT, fit))
                .answering("C=C area", "C=C position");
    }

    private static Recipe ftirDoubleBond() {
        BandFitOperation.Parameters fit = new BandFitOperation.Parameters(new Range(1340, 1780), List.of(
                band("C=C", "pseudo-voigt", 1585, 1655, 40, 15, 90),
                band("CH2", "pseudo-voigt", 1394, 1412, 22, 10, 45),
                band("carbonate", "pseudo-voigt", 1422, 1446, 60, 25, 120),
                band("CH2 of PAN", "pseudo-voigt", 1448, 1458, 20, 8, 40)), BandFitOperation.Parameters.Base.QUADRATIC,
                4, List.of("C=C / CH2"), true, List.of("C=C"), null);
        return Recipe.of("ftir/c-double-bond", "Is C=C there? (infrared)",
                "Looks for C=C between 1585 and 1655 cm-1 next to the CH2 band of PVDF at 1403 cm-1, and gives its "
                        + "area or a detection limit. Carbonate and PAN, where they are there, are fitted too. "
                        + "The band carries its name only if place, width and partner bands speak for it against "
                        + "water, amides, carbonyl and carboxylate: measure to 3700 cm-1, and dry the sample.",
                Applicability.of("ftir.absorbance", "ftir.transmittance", "ftir.kubelka-munk")
                        .covering(1350, 1770, "cm-1").preferring("pvdf", "dehydrofluor", "aged"),
                Step.of("absorbance", VibrationalOperations.ABSORBANCE),
                Step.of("fit", VibrationalOperations.FIT, fit))
                .answering("C=C area", "C=C position");
    }

    private static Recipe map() {
        return Recipe.of("raman/map", "Band images of a map",
                "Fits the strongest bands of the average spectrum, or bands you name, in every spectrum of a map, and "
                        + "draws their area, position and width.",
                Applicability.of("raman.map", "ftir.map"), Step.of("despike", VibrationalOperations.MAP_DESPIKE),
                Step.of("bands", VibrationalOperations.MAP_BANDS));
    }

    /** Polymers have bands 8 cm-1 wide and more; narrower lines, as crystals have, are spared where they are clear. */
    private static Step despike() {
        return Step.of("despike", VibrationalOperations.DESPIKE, new DespikeOperation.Parameters(6, 8.0));
    }

    private static PeakComponent band(String name, String shape, double from, double to, double fwhm,
            double narrowest, double widest) {
        return PeakComponent.of(name, shape).with("position", Constrained.bounded(Double.NaN, from, to)).with("fwhm",
                Constrained.bounded(fwhm, narrowest, widest)).with("mixing", Constrained.bounded(0.5, 0, 1));
    }
}
