package org.interphase.technique.xps.recipe;

import java.util.List;
import java.util.Optional;
import org.interphase.api.Applicability;
import org.interphase.api.Fact;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.technique.xps.operation.BackgroundOperation;
import org.interphase.technique.xps.operation.CalibrateSeriesOperation;
import org.interphase.technique.xps.operation.CompareOperation;
import org.interphase.technique.xps.operation.QuantifyOperation;
import org.interphase.technique.xps.operation.RegionFitOperation;
import org.interphase.technique.xps.operation.StoredFitOperation;
import org.interphase.technique.xps.operation.SurveyOperation;
import org.interphase.technique.xps.storedfit.StoredFit;

/** Ready-made recipes; those that fit place their components themselves. */
public final class XpsRecipes {

    private static final String WIDTH = "auto [0.8, 2.6]";

    private XpsRecipes() {
    }

    /** All of them. */
    public static List<Recipe> all() {
        return List.of(f1s(), n1s(), s2p(), c1sCarbonate(), c1sOrganic(), o1s(), survey(), quantify(), compare(),
                fromStored(), asStored());
    }

    /** The template of a line such as "F 1s"; empty if there is none. */
    public static Optional<Recipe> ofLine(String line) {
        return Optional.ofNullable(switch (line) {
            case "F 1s" -> f1s();
            case "N 1s" -> n1s();
            case "S 2p" -> s2p();
            case "C 1s" -> c1sCarbonate();
            case "O 1s" -> o1s();
            default -> null;
        });
    }

    private static Step background(BackgroundOperation.Kind kind) {
        return Step.of("background", new BackgroundOperation(), new BackgroundOperation.Parameters(kind, Range.ALL,
                null,
                1643));
    }

    private static Step fit(double width, PeakComponent... components) {
        return Step.of("fit", new RegionFitOperation(), new RegionFitOperation.Parameters(Range.ALL,
                List.of(components), true, 3, true, width));
    }

    private static PeakComponent line(String name, String position, String width) {
        return PeakComponent.of(name, "pseudo-voigt", position, width, "auto");
    }

    /** A line that shares the Lorentzian fraction of another. */
    private static PeakComponent like(String first, PeakComponent c) {
        return c.with("mixing", Constrained.tied(first, 1, 0));
    }

    // energies of lines are binding energies: data on the kinetic scale must be brought to them first
    private static Applicability over(String kind) {
        return Applicability.of(kind).along("binding energy", Fact.PHOTON_ENERGY);
    }

    /** LiF and CF2 in F 1s. */
    public static Recipe f1s() {
        return Recipe.of("xps/f1s-lif-cf2", "Fit as LiF / CF2", "Separates fluoride (LiF, near 685 eV) from "
                + "fluorine bound to carbon (CF2 of PVDF near 688 eV, CF3 near 689 eV) in F 1s and gives both "
                + "areas and the LiF fraction, or the limit below which LiF would not have been seen.",
                over("xps.region").covering(683, 692, "eV").preferring("f 1s", "f1s", "f_1s"),
                background(BackgroundOperation.Kind.SHIRLEY),
                fit(1.7, line("CF2", "auto [687, 690.2]", WIDTH), like("CF2", line("LiF", "auto [684.2, 686.6]",
                        WIDTH))))
                .answering("LiF fraction", "LiF area", "CF2 area", "LiF position", "CF2 position");
    }

    private static Recipe n1s() {
        return Recipe.of("xps/n1s-pan-licn", "Fit as PAN / LiCN", "Looks for cyanide (LiCN, 397.8 to 399.2 eV) "
                + "beside the nitrile of polyacrylonitrile (399.6 eV) in N 1s. Reported cyanide energies scatter "
                + "from 398 to 400 eV: "
                + "look at the separation, not only at the position.",
                over("xps.region").covering(395, 405, "eV").preferring("n 1s", "n1s", "n_1s"),
                background(BackgroundOperation.Kind.SHIRLEY),
                fit(1.4, line("PAN", "auto [399.2, 400.4]", WIDTH), like("PAN",
                        line("LiCN", "auto [397.4, 398.9]", "= PAN"))))
                .answering("LiCN fraction", "LiCN position", "PAN position");
    }

    private static Recipe s2p() {
        PeakComponent oxidised = line("SO2", "auto [167.6, 170.4]", "auto [0.8, 2.2]").doublet(1.18, 0.5);
        // reduced sulfur is often several unresolved states (sulfide, thiolate, polysulfides), so its line may be far
        // wider than that of the oxidised one; the spread of widths is then remarked on
        PeakComponent reduced = line("sulfide", "auto [160.5, 164.2]", "auto [0.6, 3.5]").doublet(1.18, 0.5);
        return Recipe.of("xps/s2p-doublets", "Fit S 2p doublets", "Fits S 2p with two doublets (splitting 1.18 eV, "
                + "ratio 2:1): oxidised sulfur (SO2 of TFSI or FSI, sulfate) and reduced sulfur (sulfide, thiolate).",
                over("xps.region").covering(160, 172, "eV").preferring("s 2p", "s2p", "s_2p"),
                background(BackgroundOperation.Kind.SHIRLEY), fit(1.3, oxidised, like("SO2", reduced)))
                .answering("SO2 position", "sulfide position", "sulfide fraction");
    }

    /** Carbonate, CF2 and organic carbon in C 1s. */
    public static Recipe c1sCarbonate() {
        return Recipe.of("xps/c1s-carbonate", "Fit C 1s with carbonate", "C-C/C-H, C-O, O-C=O, Li2CO3 and CF2 in C "
                + "1s. The energy scale must be calibrated to C-C near 284.8 eV first.",
                over("xps.region").covering(282, 293, "eV").preferring("c 1s", "c1s", "c_1s"),
                background(BackgroundOperation.Kind.SHIRLEY),
                fit(1.3, line("C-C", "auto [284.2, 285.5]", "auto [0.8, 2]"),
                        like("C-C", line("C-O", "auto [286.0, 287.2]", "auto [0.8, 2]")),
                        like("C-C", line("O-C=O", "auto [288.2, 289.2]", "= C-C")),
                        like("C-C", line("Li2CO3", "auto [289.3, 290.3]", "auto [0.8, 2]")),
                        like("C-C", line("CF2", "auto [290.5, 291.5]", "auto [0.8, 2]"))))
                .answering("Li2CO3 fraction", "CF2 fraction", "Li2CO3 position");
    }

    private static Recipe c1sOrganic() {
        return Recipe.of("xps/c1s-organic", "Fit C 1s of organics", "C-C/C-H, C-O and O-C=O in C 1s; the fractions "
                + "are the shares of carbon.",
                over("xps.region").covering(282, 292, "eV").preferring("pet", "pmma", "organic", "polymer"),
                background(BackgroundOperation.Kind.SHIRLEY),
                fit(1.2, line("C-C", "auto [283.5, 286]", "auto [0.7, 2]"),
                        like("C-C", line("C-O", "auto [285.6, 287.3]", "auto [0.7, 2]")),
                        like("C-C", line("O-C=O", "auto [287.8, 290]", "auto [0.7, 2]"))))
                .answering("C-C fraction", "C-O fraction", "O-C=O fraction");
    }

    private static Recipe o1s() {
        return Recipe.of("xps/o1s-carbonate", "Fit O 1s with carbonate", "Lattice oxide (529 to 530 eV), Li2CO3 (near "
                + "531.6 eV) and organic C-O (near 533 eV) in O 1s.",
                over("xps.region").covering(527, 536, "eV").preferring("o 1s", "o1s", "o_1s"),
                background(BackgroundOperation.Kind.SHIRLEY),
                fit(1.5, line("Li2CO3", "auto [531, 532.3]", WIDTH), like("Li2CO3", line("lattice",
                        "auto [528.2, 530.3]", WIDTH)),
                        like("Li2CO3", line("C-O", "auto [532.6, 534]", "= Li2CO3"))))
                .answering("Li2CO3 fraction", "lattice fraction", "Li2CO3 position");
    }

    private static Recipe survey() {
        return Recipe.of("xps/survey", "Identify elements", "Finds the peaks of a survey and says which elements "
                + "they belong to.",
                over("xps.survey"), Step.of("identify", new SurveyOperation()))
                .answering("*");
    }

    private static Recipe quantify() {
        return Recipe.ofSeries("xps/quantify", "Quantify", "Atomic concentrations from the regions of one "
                + "measurement, with uncertainties from counting statistics, background and sensitivity factors.",
                over("xps.region"), Step.of("quantify", new QuantifyOperation()))
                .answering("*");
    }

    private static Recipe compare() {
        return Recipe.ofSeries("xps/compare", "Compare samples", "One region of several samples fitted with the same "
                + "components: positions, widths and area fractions side by side, differences in standard "
                + "uncertainties. Switch the calibration on where the samples charged differently; it needs their C "
                + "1s.", over("xps.region"),
                Step.of("calibrate", new CalibrateSeriesOperation()).enabled(false),
                Step.of("compare", new CompareOperation()))
                .answering("*");
    }

    private static Recipe asStored() {
        return Recipe.of("xps/as-stored", "Show the stored fit", "Draws background and components from the "
                + "definitions CasaXPS stored in a VAMAS file, or the columns of a fit in a text export.",
                Applicability.of("xps.region").carrying(StoredFit.class),
                Step.of("stored", new StoredFitOperation()));
    }

    private static Recipe fromStored() {
        return Recipe.of("xps/from-stored", "Start from the stored fit", "Takes background and components with their "
                + "bounds and ties from the fit stored in the file (CasaXPS definitions in VAMAS, or columns of "
                + "components in a text export), fits them again and gives every number its uncertainty. The "
                + "components can then be edited like any others.", Applicability.of("xps.region").carrying(
                        StoredFit.class),
                background(BackgroundOperation.Kind.FROM_FILE),
                Step.of("fit", new RegionFitOperation(), new RegionFitOperation.Parameters(Range.ALL, List.of(), true,
                        0, false, 1.6)))
                .answering("*");
    }
}
