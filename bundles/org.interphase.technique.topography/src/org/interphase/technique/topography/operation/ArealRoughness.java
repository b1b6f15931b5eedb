package org.interphase.technique.topography.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.topography.areal.Autocorrelation;
import org.interphase.technique.topography.areal.HeightParameters;
import org.interphase.technique.topography.areal.HybridParameters;
import org.interphase.technique.topography.areal.MaterialRatio;
import org.interphase.technique.topography.areal.SpatialParameters;
import org.interphase.technique.topography.areal.SurfaceCondition;
import org.interphase.technique.topography.areal.SurfaceDoubts;
import org.interphase.technique.topography.areal.TileSampling;
import org.interphase.technique.topography.areal.TileSampling.Quantity;
import org.interphase.technique.topography.figure.ReliefFigures;
import org.interphase.technique.topography.figure.RoughnessFigures;
import org.interphase.technique.topography.surface.FormRemoval;
import org.interphase.technique.topography.surface.HeightField;

/** Areal parameters of ISO 25178-2 of the heights as they come: levelled and filtered by the steps before. */
public final class ArealRoughness implements Operation<Raster, ArealRoughness.Parameters> {

    /** Part of a disturbance that its standard uncertainty is: the whole of it lies within 1.5 of them. */
    private static final double PART = 0.67;
    /** Relative error of a decay length per longest decay length over the side; tried on surfaces of known truth. */
    private static final double OF_TEXTURE = 2;
    /** Relative shortening of a decay length per share of the mean square removed, for exp(-(r / l)^2). */
    private static final double OF_REMOVED = 0.8 / (2 * 0.2 * Math.log(5));
    /** Lags within which the autocorrelation has to decay for its length to be sound. */
    private static final double FEWEST_LAGS = 4;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Correlation threshold", def = "0.2", min = 0.01, max = 0.95, advanced = true, help =
                    "Value "
                    + "to which the autocorrelation decays over the autocorrelation length; 0.2 in ISO 25178-3.")
            double threshold,
            @Param(label = "Edges", def = "exact", advanced = true, help = "How differences at the edge count in Sdq "
                    + "and Sdr: exact (a plane has its own gradient, a level surface no area of its own), or "
                    + "published, as one published program does, only to compare with its numbers.")
            HybridParameters.Edges edges,
            @Param(label = "Height calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of the height scale, from the calibration of the instrument. It enters every "
                    + "height; 0 takes it as exact.")
            double heightCalibration,
            @Param(label = "Lateral calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of lengths in the plane, from the calibration of the instrument. It enters every "
                    + "length, area and slope; 0 takes it as exact.")
            double lateralCalibration) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.roughness", 5, "Areal roughness", "Height, spatial, "
                + "hybrid and functional parameters of ISO 25178-2 of the map as it comes from the steps before (level "
                + "and filter it there). Uncertainties hold what another area of the same surface would give, noise "
                + "from point to point, what a plane still holds, and the calibration. Missing points are not "
                + "counted.", Raster.class, Parameters.class,
                        Publication.standard("ISO, Geneva", "ISO 25178-2", 2021,
                                "Geometrical product specifications (GPS), Surface texture: Areal, "
                                + "Part 2: Terms, definitions and surface texture parameters")
                                .cited("ISO 25178-2")).forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        HeightField f = HeightField.of(input);
        HeightParameters h = HeightParameters.of(f);
        if (h.sq() == 0) {
            throw new AnalysisException("All measured heights are equal; a level without texture has no roughness.");
        }
        HybridParameters hybrid = HybridParameters.of(f, p.edges());
        progress.report(0.1, "condition of the map");
        SurfaceCondition c = SurfaceCondition.of(f, h, hybrid, input.header().product(FormRemoval.class)
                .orElse(FormRemoval.NONE), progress);
        SurfaceDoubts doubts = new SurfaceDoubts(c);
        progress.report(0.4, "sampling");
        TileSampling sampling = TileSampling.of(f, c.longest());
        MaterialRatio ratio = MaterialRatio.ofSorted(f.sorted());
        progress.report(0.6, "autocorrelation");
        Autocorrelation acf = Autocorrelation.of(f, progress.part(0.6, 0.9));
        SpatialParameters spatial = SpatialParameters.of(acf, p.threshold());
        Outcome.Builder out = Outcome.builder(input);
        Budget b = new Budget(out, sampling, p.heightCalibration() / 100, p.lateralCalibration() / 100, h, c);
        b.heights(doubts, f.unit().text());
        b.texture(spatial, acf, doubts.onTexture(), f);
        b.gradients(hybrid, doubts.onGradients());
        b.functional(ratio, doubts.onHeights(), f.unit().text());
        remarks(out, c, doubts, f, p);
        RoughnessFigures.of(f, ratio).forEach(out::figure);
        ReliefFigures.of(f).forEach(out::figure);
        return out.build();
    }

    private static void remarks(Outcome.Builder out, SurfaceCondition c, SurfaceDoubts doubts, HeightField f,
            Parameters p) {
        Calibrations.remark(out, p.heightCalibration(), p.lateralCalibration());
        if (doubts.tilted()) {
            out.remark(Remark.info("Without the plane Sq would be " + Numbers.plain(c.planeSq(), 4) + "\u00a0" +
                    f.unit().pretty()
                    + ".").coded("tilt"));
        }
        if (c.missing() > 0) {
            out.remark(Remark.info(Math.round(c.missing() * f.z().length) + " of " + f.z().length + " points were not "
                    + "measured; nothing is counted there.").coded("holes"));
        }
        if (p.edges() == HybridParameters.Edges.PUBLISHED) {
            out.remark(Remark.warning("Sdq and Sdr are averaged as a published program does; a level surface would "
                    + "have a developed area above zero.").coded("published-edges"));
        }
    }

    /** The numbers with their uncertainties: independent terms add in squares. */
    private record Budget(Outcome.Builder out, TileSampling sampling, double scale, double lateral,
            HeightParameters h, SurfaceCondition c) {

        private void heights(SurfaceDoubts doubts, String unit) {
            Verdict heights = doubts.onHeights();
            Verdict extremes = doubts.onExtremes();
            Verdict shape = doubts.onShape();
            // noise, tilt and row shifts add their mean square to that of the texture; levelling took some of it away
            double extra = h.sq() * moved();
            add("Sa", "S_a", h.sa(), Quantity.SA, extra * h.sa() / h.sq(), unit, heights);
            add("Sq", "S_q", h.sq(), Quantity.SQ, extra, unit, heights);
            // noise lifts the highest of many points by about two of its standard deviations
            double noise = 2 * c.noise() * PART;
            add("Sp", "S_p", h.sp(), Quantity.SP, Math.hypot(noise, extra), unit, extremes);
            add("Sv", "S_v", h.sv(), Quantity.SV, Math.hypot(noise, extra), unit, extremes);
            add("Sz", "S_z", h.sz(), Quantity.SZ, Math.hypot(2 * noise, extra), unit, extremes);
            add("Ssk", "S_sk", h.ssk(), Quantity.SSK, 2 * disturbed() * Math.max(Math.abs(h.ssk()), 0.1), "1", shape);
            add("Sku", "S_ku", h.sku(), Quantity.SKU, 2 * disturbed() * Math.max(Math.abs(h.sku() - 3), 0.1), "1",
                    shape);
        }

        /** Relative effect on a root mean square of what is not texture, as if all of it were to be taken away. */
        private double disturbed() {
            double part = Math.min(0.9, c.noiseShare() + c.plane() + c.lines() + c.missing() * 0.3);
            return 1 - Math.sqrt(1 - part);
        }

        /** Relative standard uncertainty of a root mean square from that, and from what levelling took along. */
        private double moved() {
            return Math.hypot(PART * disturbed(), 1 / Math.sqrt(1 - Math.min(0.9, c.removed())) - 1);
        }

        private void texture(SpatialParameters s, Autocorrelation acf, Verdict onTexture, HeightField f) {
            String unit = f.length().text();
            if (Double.isNaN(s.sal())) {
                String reason = "the autocorrelation does not fall to the threshold within the area";
                out.measure(Measurement.withheld("Sal", "S_al", unit, reason));
                out.measure(Measurement.withheld("Str", "S_tr", "1", reason));
                out.measure(Measurement.withheld("Std", "S_td", "deg", reason));
                return;
            }
            // error of a correlation estimated from side squared over patch areas (M. S. Bartlett, J. R. Stat. Soc.
            // Suppl. 8 (1946) 27) over its slope at the threshold; the shortest of all directions adds as much again.
            // With lay a patch is as long as the longest decay
            double relative = OF_TEXTURE * s.longest(Math.max(f.sideX(), f.sideY())) / Math.min(f.sideX(), f.sideY());
            double lag = Math.max(acf.stepX(), acf.stepY());
            double pixel = lag / Math.sqrt(12);
            // without a share r of long waves the correlation is lower by 0.8 r where it is 0.2
            relative = Math.hypot(relative, OF_REMOVED * c.removed());
            Verdict verdict = s.sal() < FEWEST_LAGS * lag ? onTexture.and(Verdict.doubtful("the autocorrelation decays "
                    + "within " + Numbers.plain(s.sal() / lag, 2) + " of its lags of " + Numbers.plain(lag, 3)
                    + "\u00a0" + f.length().pretty() + ": too few")) : onTexture;
            measure("Sal", "S_al", s.sal(), Math.sqrt(Math.pow(relative * s.sal(), 2) + pixel * pixel
                    + Math.pow(lateral * s.sal(), 2)), unit, verdict);
            measure("Str", "S_tr", s.str(), s.str() * Math.hypot(1.5 * relative, pixel / s.sal()), "1", s.bounded()
                    ? verdict : verdict.and(Verdict.doubtful("the texture goes on beyond the area in one direction; "
                            + "the ratio is only an upper bound")));
            measure("Std", "S_td", s.std(), Math.toDegrees(Math.min(1, s.str() / 2 + pixel / s.sal())), "deg",
                    s.str() > 0.5 ? verdict.and(Verdict.doubtful("the texture has no clear direction")) : verdict);
        }

        private void gradients(HybridParameters g, Verdict verdict) {
            if (g.cells() == 0 || Double.isNaN(g.sdq())) {
                String reason = "no point was measured together with its neighbours along x and y";
                out.measure(Measurement.withheld("Sdq", "S_dq", "1", reason));
                out.measure(Measurement.withheld("Sdr", "S_dr", "%", reason));
                return;
            }
            double noise = PART * (1 - Math.sqrt(1 - Math.min(0.99, c.gradientShare())));
            double area = 2 * noise * g.sdr();
            // the gradient itself falls with every height and rises with every distance
            double length = Math.hypot(scale, lateral);
            measure("Sdq", "S_dq", g.sdq(), root(sampling.of(Quantity.SDQ), noise * g.sdq(), length * g.sdq()), "1",
                    judged(verdict, sampling.of(Quantity.SDQ)));
            measure("Sdr", "S_dr", g.sdr(), root(sampling.of(Quantity.SDR), area, 2 * length * g.sdr()), "%",
                    judged(verdict, sampling.of(Quantity.SDR)));
        }

        private void functional(MaterialRatio r, Verdict verdict, String unit) {
            double extra = moved();
            String volume = unit + "3/" + unit + "2";
            add("Sk", "S_k", r.sk(), Quantity.SK, extra * r.sk(), unit, verdict);
            add("Spk", "S_pk", r.spk(), Quantity.SPK, extra * r.spk(), unit, verdict);
            add("Svk", "S_vk", r.svk(), Quantity.SVK, extra * r.svk(), unit, verdict);
            ratio("Smr1", "S_mr1", r.smr1(), Quantity.SMR1, verdict);
            ratio("Smr2", "S_mr2", r.smr2(), Quantity.SMR2, verdict);
            add("Sxp", "S_xp", r.sxp(), Quantity.SXP, extra * r.sxp(), unit, verdict);
            add("Vmp", "V_mp", r.vmp(), Quantity.VMP, extra * r.vmp(), volume, verdict);
            add("Vmc", "V_mc", r.vmc(), Quantity.VMC, extra * r.vmc(), volume, verdict);
            add("Vvv", "V_vv", r.vvv(), Quantity.VVV, extra * r.vvv(), volume, verdict);
            add("Vvc", "V_vc", r.vvc(), Quantity.VVC, extra * r.vvc(), volume, verdict);
        }

        private void ratio(String name, String symbol, double value, Quantity q, Verdict verdict) {
            double classes = 100.0 / MaterialRatio.CLASSES;
            measure(name, symbol, value, root(sampling.of(q), classes, 20 * disturbed()), "%",
                    judged(verdict, sampling.of(q)));
        }

        private void add(String name, String symbol, double value, Quantity q, double extra, String unit,
                Verdict verdict) {
            boolean pure = unit.equals("1");
            measure(name, symbol, value, root(sampling.of(q), extra, pure ? 0 : scale * value), unit,
                    judged(verdict, sampling.of(q)));
        }

        private static Verdict judged(Verdict verdict, double sampling) {
            return Double.isNaN(sampling) ? verdict.and(Verdict.doubtful("the area is too small to tell what another "
                    + "would give")) : verdict;
        }

        private static double root(double a, double b, double c) {
            double known = Double.isNaN(a) ? 0 : a;
            return Math.sqrt(known * known + b * b + c * c);
        }

        private void measure(String name, String symbol, double value, double u, String unit, Verdict verdict) {
            out.measure(Measurement.of(name, symbol, value, u, unit).judged(verdict));
        }
    }

    @Override
    public String methods(Parameters p) {
        return "Areal parameters are those of ISO 25178-2 (autocorrelation threshold " + p.threshold()
                + "; equivalent line over 40 % of the material ratio curve); their uncertainties are from leaving out "
                + "parts of the area in turn, noise and residual tilt" + (p.heightCalibration() > 0
                ? ", and a height scale known to " + p.heightCalibration() + " %" : "") + (p.lateralCalibration() > 0
                ? ", and lengths known to " + p.lateralCalibration() + " %" : "") + ".";
    }
}
