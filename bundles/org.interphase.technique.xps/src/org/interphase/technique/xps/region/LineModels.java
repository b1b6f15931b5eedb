package org.interphase.technique.xps.region;

import java.util.List;
import java.util.Optional;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.technique.xps.reference.Doublets;
import org.interphase.technique.xps.region.RegionBackground.Kind;

/** The models of the lines the bundle knows. */
public final class LineModels {

    private static final String WIDTH = "auto [0.8, 2.6]";

    private LineModels() {
    }

    /** The model of a line such as "F 1s"; empty if there is none. */
    public static Optional<LineModel> of(String line) {
        return List.of(fluorine(), nitrogen(), sulfur(), carbon(), oxygen()).stream()
                .filter(m -> m.line().equals(line)).findFirst();
    }

    /** LiF and CF2 in F 1s. */
    public static LineModel fluorine() {
        return model("F 1s", 683, 692, 1.7, single("CF2", "auto [687, 690.2]", WIDTH),
                like("CF2", single("LiF", "auto [684.2, 686.6]", WIDTH)));
    }

    /** Cyanide beside nitrile in N 1s. */
    public static LineModel nitrogen() {
        return model("N 1s", 395, 405, 1.4, single("PAN", "auto [399.2, 400.4]", WIDTH),
                like("PAN", single("LiCN", "auto [397.4, 398.9]", "= PAN")));
    }

    /** Oxidised and reduced sulfur in S 2p. */
    public static LineModel sulfur() {
        Doublets.Doublet s2p = Doublets.of("S 2p").orElseThrow();
        PeakComponent oxidised = single("SO2", "auto [167.6, 170.4]", "auto [0.8, 2.2]").doublet(s2p.splitting(),
                s2p.ratio());
        // reduced sulfur is often several unresolved states (sulfide, thiolate, polysulfides), so its line may be far
        // wider than that of the oxidised one; the spread of widths is then remarked on
        PeakComponent reduced = single("sulfide", "auto [160.5, 164.2]", "auto [0.6, 3.5]").doublet(s2p.splitting(),
                s2p.ratio());
        return model("S 2p", 160, 172, 1.3, oxidised, like("SO2", reduced));
    }

    /** Carbonate, CF2 and organic carbon in C 1s. */
    public static LineModel carbon() {
        return model("C 1s", 282, 293, 1.3, single("C-C", "auto [284.2, 285.5]", "auto [0.8, 2]"),
                like("C-C", single("C-O", "auto [286.0, 287.2]", "auto [0.8, 2]")),
                like("C-C", single("O-C=O", "auto [288.2, 289.2]", "= C-C")),
                like("C-C", single("Li2CO3", "auto [289.3, 290.3]", "auto [0.8, 2]")),
                like("C-C", single("CF2", "auto [290.5, 291.5]", "auto [0.8, 2]")));
    }

    /** Carbon of organic matter in C 1s. */
    public static LineModel organicCarbon() {
        return model("C 1s", 282, 292, 1.2, single("C-C", "auto [283.5, 286]", "auto [0.7, 2]"),
                like("C-C", single("C-O", "auto [285.6, 287.3]", "auto [0.7, 2]")),
                like("C-C", single("O-C=O", "auto [287.8, 290]", "auto [0.7, 2]")));
    }

    /** Lattice oxide, carbonate and organic oxygen in O 1s. */
    public static LineModel oxygen() {
        return model("O 1s", 527, 536, 1.5, single("Li2CO3", "auto [531, 532.3]", WIDTH),
                like("Li2CO3", single("lattice", "auto [528.2, 530.3]", WIDTH)),
                like("Li2CO3", single("C-O", "auto [532.6, 534]", "= Li2CO3")));
    }

    private static LineModel model(String line, double from, double to, double width, PeakComponent... components) {
        return new LineModel(line, new Range(from, to), Kind.SHIRLEY, width, List.of(components));
    }

    private static PeakComponent single(String name, String position, String width) {
        return PeakComponent.of(name, "pseudo-voigt", position, width, "auto");
    }

    /** A line that shares the Lorentzian fraction of another. */
    private static PeakComponent like(String first, PeakComponent c) {
        return c.with("mixing", Constrained.tied(first, 1, 0));
    }
}
