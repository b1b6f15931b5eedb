package org.interphase.technique.xps.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.technique.xps.region.RegionBackground;

/** Finds the background under a region; the measured signal is not changed. */
public final class BackgroundOperation implements Operation<Curve, BackgroundOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param kind which background
     * @param range region it spans
     * @param ends points averaged at each end; null for a twentieth of the region
     * @param c loss parameter C of the Tougaard cross-section in eV^2
     */
    public record Parameters(
            @Param(label = "Kind", def = "shirley", help = "Shirley for most core levels; linear where the background "
                    + "hardly steps (polymers, ionic liquids); Tougaard for wide regions of metals; from-file for the "
                    + "background stored with the data.") RegionBackground.Kind kind,
            @Param(label = "Range", unit = "eV", def = "all", picture = Param.Picture.X_RANGE,
                    help = "Region of binding "
                    + "energy it spans. Both ends should lie where there is no peak.") Range range,
            @Param(label = "End points", def = "", min = 1, max = 500, advanced = true, help = "Points averaged at "
                    + "each end, so that one noisy point does not move the background. Empty: a twentieth of the "
                    + "region.")
            Integer ends,
            @Param(label = "Tougaard C", unit = "eV2", def = "1643", min = 1, max = 1e6, advanced = true, help = "Loss "
                    + "parameter C of the universal cross-section B T / (C + T^2)^2; B is chosen so that the "
                            + "background meets the data at the high binding energy end.") double c) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("xps.background", 1, "Background",
            "Finds the inelastic background under a region. A following fit refines a Shirley, linear, constant or "
                    + "Tougaard background together with the peaks, so that its uncertainty reaches their areas.",
            Curve.class, Parameters.class,
            Publication.article("D. A. Shirley",
                    "High-resolution X-ray photoemission spectrum of the valence bands of gold")
                    .in("Phys. Rev. B", 1972, "5", "4709-4714")
                    .doi("10.1103/PhysRevB.5.4709").seen().cited("Shirley 1972"),
            Publication.article("S. Tougaard",
                    "Quantitative analysis of the inelastic background in surface electron "
                    + "spectroscopy")
                    .in("Surf. Interface Anal.", 1988, "11", "453-472")
                    .doi("10.1002/sia.740110902").seen().cited("Tougaard 1988"))
            .forKinds("xps.region", "xps.survey");

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public List<Citation> citations(Parameters p) {
        return info().cited(switch (p.kind()) {
            case SHIRLEY -> "Shirley 1972";
            case TOUGAARD -> "Tougaard 1988";
            default -> "";
        });
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        RegionBackground.Found found = new RegionBackground(p.kind(), p.range(), p.ends(), p.c()).under(input);
        Outcome.Builder out = Outcome.builder(found.curve()).overlay("background", new Layer.Line("Background",
                found.x(), found.values(), Style.line(Colour.BACKGROUND, 1.2).dashed(Style.Dash.DASHED)));
        crossing(found.x(), found.y(), found.values(), input, out);
        return out.resolved(new Parameters(p.kind(), p.range(), found.ends(), p.c())).build();
    }

    /** A background well above the data is no background. */
    private static void crossing(double[] x, double[] y, double[] b, Curve input, Outcome.Builder out) {
        double[] sigma = org.interphase.spectra.peak.Noise.of(input).slice(0, y.length).at(b);
        int worst = -1;
        int above = 0;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(b[i]) && b[i] - y[i] > 5 * sigma[i]) {
                above++;
                worst = worst < 0 || b[i] - y[i] > b[worst] - y[worst] ? i : worst;
            }
        }
        if (above > Math.max(3, y.length / 50)) {
            out.remark(Remark.warning(String.format(java.util.Locale.ROOT, "The background lies above the data "
                    + "(most at %.1f eV): check the ends of its range.", x[worst])));
        }
    }

    @Override
    public String methods(Parameters p) {
        String kind = switch (p.kind()) {
            case SHIRLEY -> "A Shirley background was used";
            case LINEAR -> "A linear background was used";
            case CONSTANT -> "A constant background was used";
            case TOUGAARD -> "A Tougaard background (universal cross-section) was used";
            case FROM_FILE -> "The background stored in the data file was used";
        };
        return kind + (p.range().isAll() ? "." : " from " + p.range().from() + " to " + p.range().to() + " eV.");
    }
}
