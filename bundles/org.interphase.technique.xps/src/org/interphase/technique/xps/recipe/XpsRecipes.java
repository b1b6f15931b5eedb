package org.interphase.technique.xps.recipe;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.Fact;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Range;
import org.interphase.technique.xps.operation.BackgroundOperation;
import org.interphase.technique.xps.operation.CalibrateSeriesOperation;
import org.interphase.technique.xps.operation.CompareOperation;
import org.interphase.technique.xps.operation.FitLineOperation;
import org.interphase.technique.xps.operation.QuantifyOperation;
import org.interphase.technique.xps.operation.RegionFitOperation;
import org.interphase.technique.xps.operation.StoredFitOperation;
import org.interphase.technique.xps.operation.SurveyOperation;
import org.interphase.technique.xps.region.LineModel;
import org.interphase.technique.xps.region.LineModels;
import org.interphase.technique.xps.region.RegionBackground;
import org.interphase.technique.xps.storedfit.StoredFit;

/** Ready-made recipes; those that fit place their components themselves. */
public final class XpsRecipes {

    private XpsRecipes() {
    }

    /** All of them. */
    public static List<Recipe> all() {
        return List.of(f1s(), n1s(), s2p(), c1sCarbonate(), c1sOrganic(), o1s(), survey(), quantify(), compare(),
                fromStored(), asStored());
    }

    private static Step background(RegionBackground.Kind kind) {
        return Step.of("background", new BackgroundOperation(), new BackgroundOperation.Parameters(kind, Range.ALL,
                null, RegionBackground.UNIVERSAL_C));
    }

    /** A recipe of background and fit of one line. */
    private static Recipe fit(String id, String title, String help, LineModel m, String... words) {
        return Recipe.of(id, title, help, over("xps.region").covering(m.covers().from(), m.covers().to(), "eV")
                .preferring(words), background(m.background()), Step.of("fit", new RegionFitOperation(),
                        new RegionFitOperation.Parameters(Range.ALL, m.components(), true, LineModel.DETECTION, true,
                                m.width(), m.line(), RegionFitOperation.Parameters.ENERGY_SCALE)));
    }

    private static Step states(String id, LineModel m) {
        return Step.of(id, new FitLineOperation(), FitLineOperation.Parameters.of(m));
    }

    // energies of lines are binding energies: data on the kinetic scale must be brought to them first
    private static Applicability over(String kind) {
        return Applicability.of(kind).along("binding energy", Fact.PHOTON_ENERGY);
    }

    private static Recipe f1s() {
        return fit("xps/f1s-lif-cf2", "Fit as LiF / CF2", "Separates fluoride (LiF, near 685 eV) from fluorine bound "
                + "to carbon (CF2 of PVDF near 688 eV, CF3 near 689 eV) in F 1s and gives both areas and the LiF "
                + "fraction, or the limit below which LiF would not have been seen.", LineModels.fluorine(), "f 1s",
                "f1s", "f_1s")
                .answering("LiF fraction", "LiF area", "CF2 area", "LiF position", "CF2 position");
    }

    private static Recipe n1s() {
        return fit("xps/n1s-pan-licn", "Fit as PAN / LiCN", "Looks for a state below the nitrile of "
                + "polyacrylonitrile (399.6 eV) in N 1s, as LiCN would be. No energy of LiCN is published; other "
                + "cyanides lie at 397.3 to 400.1 eV and cyclised polyacrylonitrile at 398.6 to 399.3 eV, so the "
                + "position alone does not name it: the nitrile band of infrared or Raman spectra, the ratio of "
                + "carbon to nitrogen and Li 1s decide.", LineModels.nitrogen(), "n 1s", "n1s",
                "n_1s")
                .answering("LiCN fraction", "LiCN position", "PAN position");
    }

    private static Recipe s2p() {
        return fit("xps/s2p-doublets", "Fit S 2p doublets", "Fits S 2p with two doublets (splitting 1.18 eV, area "
                + "ratio 0.511): oxidised sulfur (SO2 of TFSI or FSI, sulfate) and reduced sulfur (sulfide, thiolate).",
                LineModels.sulfur(), "s 2p", "s2p", "s_2p")
                .answering("SO2 position", "sulfide position", "sulfide fraction");
    }

    private static Recipe c1sCarbonate() {
        return fit("xps/c1s-carbonate", "Fit C 1s with carbonate", "C-C/C-H, C-O, O-C=O, Li2CO3 and CF2 in C 1s. The "
                + "energy scale must be calibrated to C-C near 284.8 eV first.", LineModels.carbon(), "c 1s", "c1s",
                "c_1s")
                .answering("Li2CO3 fraction", "CF2 fraction", "Li2CO3 position");
    }

    private static Recipe c1sOrganic() {
        return fit("xps/c1s-organic", "Fit C 1s of organics", "C-C/C-H, C-O and O-C=O in C 1s; the fractions are the "
                + "shares of carbon.", LineModels.organicCarbon(), "pet", "pmma", "organic", "polymer")
                .answering("C-C fraction", "C-O fraction", "O-C=O fraction");
    }

    private static Recipe o1s() {
        return fit("xps/o1s-carbonate", "Fit O 1s with carbonate", "Lattice oxide (529 to 530 eV), Li2CO3 (near 531.6 "
                + "eV) and organic C-O (near 533 eV) in O 1s.", LineModels.oxygen(), "o 1s", "o1s", "o_1s")
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
                + "measurement, with uncertainties from counting statistics, background and sensitivity factors. "
                + "F 1s and C 1s are fitted to see whether the states of one have their partners in the other.",
                over("xps.region"), states("fluorine", LineModels.fluorine()), states("carbon", LineModels.carbon()),
                Step.of("quantify", new QuantifyOperation()))
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
                background(RegionBackground.Kind.FROM_FILE),
                Step.of("fit", new RegionFitOperation(), new RegionFitOperation.Parameters(Range.ALL, List.of(), true,
                        0, false, 1.6, "", RegionFitOperation.Parameters.ENERGY_SCALE)))
                .answering("*");
    }
}
