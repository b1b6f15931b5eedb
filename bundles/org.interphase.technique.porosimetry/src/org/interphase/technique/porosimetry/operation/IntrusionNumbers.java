package org.interphase.technique.porosimetry.operation;

import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.porosimetry.intrusion.Branches;
import org.interphase.technique.porosimetry.intrusion.Intrusion;
import org.interphase.technique.porosimetry.intrusion.PoreArea;
import org.interphase.technique.porosimetry.intrusion.VolumeBasis;

/** The numbers of an intrusion with their uncertainties. */
final class IntrusionNumbers {

    private static final double MICRO = 1e6;
    private static final double NANO = 1e9;
    private static final double HALF = 0.5;
    private static final double EVEN = Math.sqrt(12);
    /** Part of the area that steps may leave open, or of the volume that the first step may hold. */
    private static final double COARSE = 0.1;
    /** Relative uncertainty by volumes from which on what an area divides by can't be propagated linearly. */
    private static final double TOLD = 0.25;

    private IntrusionNumbers() {
    }

    static void measure(Outcome.Builder out, Intrusion in, RunReduction run) {
        double law = in.law().relativeUncertainty();
        Verdict v = in.volumes().and(run.high());
        int n = in.size();
        double total = in.total();
        double ut = in.totalUncertainty();
        String unit = in.basis().unit().text();
        Verdict first = in.volume()[1] > COARSE * total ? Verdict.doubtful(String.format(Locale.ROOT, "%.0f %% of the "
                + "volume goes in before the second pressure: wider pores are not seen", 100 * in.volume()[1] / total))
                : Verdict.SOUND;
        Verdict last = total - in.volume()[n - 2] > COARSE * total ? Verdict.doubtful("much of the volume goes in at "
                + "the last pressure: narrower pores are not seen") : Verdict.SOUND;
        Verdict whole = v.and(first).and(last);
        out.measure(Measurement.of(in.basis() == VolumeBasis.BULK ? "porosity" : "total intrusion volume",
                in.basis() == VolumeBasis.BULK ? "\u03a6" : "V", total, ut, unit).judged(whole));
        PoreArea area = PoreArea.of(in);
        double per = in.perMass();
        Verdict steps = area.stepUncertainty() > COARSE * area.total() ? Verdict.doubtful("the pressures are too far "
                + "apart to tell at which the mercury went in") : Verdict.SOUND;
        Verdict positive = area.total() > 0 ? Verdict.SOUND : Verdict.withheld("the volumes give a negative area");
        Verdict sizes = run.high().and(in.pressures()).and(first).and(last);
        Verdict onArea = whole.and(in.pressures()).and(steps).and(positive);
        double ua = Math.sqrt(Math.pow(area.uncertainty(), 2)
                + area.total() * area.total() * (law * law + in.scale() * in.scale()));
        if (Double.isFinite(per)) {
            double scale = in.basis() == VolumeBasis.BULK ? in.bulkUncertainty() / in.bulk() : 0;
            out.measure(Measurement.of("total pore area", "A", area.total() * per, per
                    * Math.hypot(ua, scale * area.total()), "m2/g").judged(onArea));
        } else {
            out.measure(Measurement.withheld("total pore area", "A", "m2/g", "volumes are per bulk volume, and the "
                    + "bulk density is not known"));
        }
        Verdict told = area.uncertainty() < TOLD * area.total() ? Verdict.SOUND : Verdict.doubtful("the area hardly "
                + "stands out of the noise of the volumes");
        // 4V/A: the scale cancels; V and A share the readings, which is left in as if they did not
        double mean = MICRO * 4e-6 * total / area.total();
        double relative = Math.sqrt(Math.pow(area.uncertainty() / area.total(), 2) + law * law
                + (2 * in.reading() * in.reading() + in.blank() * in.blank()) / (total * total));
        out.measure(Measurement.of("mean pore diameter (4V/A)", "D_m", mean, Math.abs(mean) * relative, "um")
                .judged(sizes.and(steps).and(positive).and(told)));
        median(out, "median pore diameter (volume)", "D_V", in, in.volume(), Math.hypot(in.reading(), in.blank() / 2),
                sizes);
        median(out, "median pore diameter (area)", "D_A", in, area.cumulated(), area.uncertainty() / 2,
                sizes.and(steps).and(positive).and(told));
        out.measure(Measurement.of("diameter at the lowest pressure", "D_max", in.diameter(0) * MICRO,
                in.diameter(0) * MICRO * law, "um").judged(in.pressures()));
        out.measure(Measurement.of("diameter at the highest pressure", "D_min", in.diameter(n - 1) * NANO,
                in.diameter(n - 1) * NANO * law, "nm").judged(in.pressures()));
        densities(out, in, whole);
        extrusion(out, in, run.extrusion(), v);
    }

    private static void median(Outcome.Builder out, String name, String symbol, Intrusion in, double[] cumulated,
            double uncertainty, Verdict v) {
        double total = cumulated[cumulated.length - 1];
        if (!(total > 0)) {
            out.measure(Measurement.withheld(name, symbol, "um", "the cumulated quantity is not above zero"));
            return;
        }
        double d = in.diameterAt(cumulated, HALF);
        double du = uncertainty / total;
        double slope = Math.abs(in.diameterAt(cumulated, Math.min(1, HALF + du)) - in.diameterAt(cumulated,
                Math.max(0, HALF - du))) / 2;
        int i = 1;
        while (i < in.size() - 1 && cumulated[i] < HALF * total) {
            i++;
        }
        double step = (in.diameter(i - 1) - in.diameter(i)) / EVEN / 2;
        double u = Math.sqrt(slope * slope + step * step + Math.pow(d * in.law().relativeUncertainty(), 2));
        Verdict told = u <= HALF * d ? Verdict.SOUND : Verdict.doubtful("the cumulated curve is flat where it crosses "
                + "a half, as between two kinds of pores, so that its median is hardly told");
        out.measure(Measurement.of(name, symbol, d * MICRO, u * MICRO, "um").judged(v.and(told)));
    }

    private static void densities(Outcome.Builder out, Intrusion in, Verdict v) {
        double bulk = in.bulk();
        if (!Double.isFinite(bulk) || in.basis() == VolumeBasis.BULK) {
            return;
        }
        double total = in.total();
        double u = in.bulkUncertainty();
        double ut = in.totalUncertainty();
        if (total >= bulk) {
            out.measure(Measurement.withheld("porosity", "\u03a6", "%", "more mercury went in than the bulk volume "
                    + "holds; check mass, bulk volume and unit"));
            return;
        }
        out.measure(Measurement.of("porosity", "\u03a6", 100 * total / bulk, 100 * total / bulk
                * Math.hypot(ut / total, u / bulk), "%").judged(v));
        out.measure("bulk density", "\u03c1_b", 1 / bulk, u / (bulk * bulk), "g/cm3");
        double solid = bulk - total;
        out.measure(Measurement.of("apparent skeletal density", "\u03c1_s", 1 / solid, Math.hypot(u, ut)
                / (solid * solid), "g/cm3").judged(v));
    }

    private static void extrusion(Outcome.Builder out, Intrusion in, Branches.Branch back, Verdict v) {
        if (back.size() < 3) {
            return;
        }
        double kept = back.volume()[back.size() - 1] / in.total();
        double u = Math.hypot(1, kept) * Math.sqrt(2 * in.reading() * in.reading() + in.blank() * in.blank())
                / in.total();
        double low = back.pressure()[back.size() - 1];
        out.measure(Measurement.of("mercury retained", "R", 100 * kept, 100 * u, "%").judged(v.and(
                kept > 1 + 3 * u ? Verdict.doubtful("more mercury is left than went in") : Verdict.SOUND)));
        out.remark(Remark.info(String.format(Locale.ROOT, "The extrusion ends at %.3g MPa (pores of %.3g um by the "
                + "same contact angle).", low / 1e6, in.law().diameter(low) * MICRO)));
    }
}
