package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.battery.figure.KineticsFigures;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.DunnSplit;
import org.interphase.technique.battery.voltammetry.PeakSettings;
import org.interphase.technique.battery.voltammetry.RandlesSevcik;
import org.interphase.technique.battery.voltammetry.RateScan;
import org.interphase.technique.battery.voltammetry.RateTrack;
import org.interphase.technique.battery.voltammetry.RecordKinds;

/** How peaks and currents grow with the scan rate, and what follows for diffusion and capacity. */
public final class CvKinetics implements Operation<Series, CvKinetics.Parameters> {

    /** Which theory turns a slope into area or diffusion coefficient. */
    public enum Regime {
        /** Reversible electron transfer. */
        REVERSIBLE,
        /** Totally irreversible electron transfer. */
        IRREVERSIBLE
    }

    /**
     * What is known of the couple, and how peaks are found.
     *
     * @param regime theory of the peak current
     * @param electrons electrons of the reaction
     * @param transfer transfer coefficient times electrons of the limiting step, for the irreversible regime
     * @param temperature in °C
     * @param concentration in mol/cm³
     * @param area in cm²
     * @param areaUncertainty its standard uncertainty in cm²
     * @param diffusion in cm²/s
     * @param resistance uncompensated resistance in ohm
     * @param range potentials in which a peak may lie
     * @param threshold least height in % of the highest peak
     */
    public record Parameters(
            @Param(label = "Regime", def = "reversible", help = "Theory of the peak current: reversible (0.4463) or "
                    + "totally irreversible (0.4958 with the transfer coefficient).") Regime regime,
            @Param(label = "Electrons", def = "1", min = 1, max = 10, help = "Electrons of the reaction.")
            int electrons,
            @Param(label = "Transfer "
                    + "coefficient", def = "0.5", min = 0.01, max = 10, advanced = true, help = "Transfer "
                    + "coefficient times the electrons of the limiting step; used by the irreversible regime.")
            double transfer,
            @Param(label = "Temperature", unit = "degC", def = "25", min = -200, max = 1000, help = "Temperature of "
                    + "the cell.") double temperature,
            @Param(label = "Concentration", unit = "mol/cm3", min = 1e-15, max = 1, help = "Concentration of what "
                    + "reacts; 4 mmol/L are 4e-6 mol/cm3. With it and the diffusion coefficient the area follows, with "
                    + "it and the area the diffusion coefficient.") Double concentration,
            @Param(label = "Area", unit = "cm2", min = 1e-9, max = 1e9, help = "Area of the electrode.") Double area,
            @Param(label = "Area uncertainty", unit = "cm2", def = "0", min = 0, max = 1e9, advanced = true,
                    help = "Standard uncertainty of the area.") double areaUncertainty,
            @Param(label = "Diffusion coefficient", unit = "cm2/s", min = 1e-25, max = 1, help = "Diffusion "
                    + "coefficient "
                    + "of what reacts.") Double diffusion,
            @Param(label = "Resistance", unit = "ohm", min = 0, max = 1e9, help = "Uncompensated resistance whose "
                    + "voltage drop is taken off the potential before currents of several rates are compared; empty "
                    + "for none.") Double resistance,
            @Param(label = "Range", unit = "V", def = "all", help = "Potentials in which a peak may lie.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Smallest "
                    + "peak", unit = "%", def = "5", min = 0.1, max = 100, advanced = true, help = "Least "
                    + "height of a peak as part of the highest of its sweep.") double threshold) {
    }

    private static final double ZERO_CELSIUS = 273.15;
    /** Separation of a reversible one-electron couple, V, and how far above it the theory still holds. */
    private static final double NERNST = 0.0585;
    private static final double QUASI = 1.4;
    /** b this far from one half is not that of diffusion. */
    private static final double NOT_HALF = 0.1;
    /** Peaks that move by more than this between the rates mix potentials, V. */
    private static final double MOVES = 0.05;
    private static final double MISFIT = 0.1;

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("cv.kinetics", 1,
            "Kinetics from several scan rates", "Follows the peaks over three scan rates or more: the exponent b of "
                    + "i = a v^b, the slope over the square root of the rate with area or diffusion coefficient by "
                    + "Randles and Sevcik, and the split of the currents into parts in proportion to the rate and to "
                    + "its square root. The last whole cycle at each rate counts.",
            Series.class, Parameters.class,
            new Citation("Nicholson 1964", "R. S. Nicholson, I. Shain, Theory of stationary electrode polarography, "
                    + "Anal. Chem. 36 (1964) 706-723"),
            new Citation("Wang 2007", "J. Wang, J. Polleux, J. Lim, B. Dunn, Pseudocapacitive contributions to "
                    + "electrochemical energy storage in TiO2 (anatase) nanoparticles, J. Phys. Chem. C 111 (2007) "
                    + "14925-14931"));

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        List<RateScan> scans = scans(input, out, progress);
        double resistance = p.resistance == null ? 0 : p.resistance;
        List<RateTrack> tracks = RateTrack.of(scans, new PeakSettings(p.range, p.threshold / 100, 0.02,
                PeakSettings.Base.AUTO, Range.ALL, Range.ALL, resistance));
        if (tracks.isEmpty()) {
            out.remark(Remark.warning("No peak is there at three scan rates or more."));
        }
        Verdict regime = regime(tracks, p);
        for (RateTrack t : tracks) {
            track(out, t, p, regime);
        }
        if (!tracks.isEmpty() && (p.concentration == null || p.area == null && p.diffusion == null)) {
            out.remark(Remark.info("Area or diffusion coefficient follow from the slopes if the concentration and the "
                    + "other of the two are said."));
        }
        List<DunnSplit> splits = new ArrayList<>();
        DunnSplit.of(scans, true, resistance).ifPresent(splits::add);
        DunnSplit.of(scans, false, resistance).ifPresent(splits::add);
        split(out, scans, splits, tracks, resistance);
        KineticsFigures.of(tracks, splits).forEach(out::figure);
        return out.build();
    }

    private static List<RateScan> scans(Series input, Outcome.Builder out, Progress progress)
            throws AnalysisException {
        List<RateScan> scans = new ArrayList<>();
        for (Dataset member : input.members()) {
            progress.checkCancelled();
            if (!(member instanceof Table table)) {
                throw new AnalysisException("'" + member.name() + "' is a " + member.shape() + " and no record");
            }
            PotentialSweeps record = PotentialSweeps.of(RecordKinds.record(table));
            record.remarks().forEach(r -> out.remark(new Remark(r.level(), member.name() + ": " + r.text(), "", "",
                    r.code())));
            scans.addAll(RateScan.of(member.name(), record));
        }
        scans.removeIf(s -> Double.isNaN(s.rate()));
        scans.sort(Comparator.comparingDouble(RateScan::rate));
        long rates = 0;
        for (int k = 0; k < scans.size(); k++) {
            rates += k == 0 || scans.get(k).rate() > 1.05 * scans.get(k - 1).rate() ? 1 : 0;
        }
        if (rates < 3) {
            throw new AnalysisException("kinetics need three scan rates or more; the series has " + rates);
        }
        return scans;
    }

    /** Whether separations speak against a reversible couple. */
    private static Verdict regime(List<RateTrack> tracks, Parameters p) {
        if (p.regime != Regime.REVERSIBLE) {
            return Verdict.SOUND;
        }
        Optional<RateTrack> up = tracks.stream().filter(RateTrack::oxidation).findFirst();
        Optional<RateTrack> down = tracks.stream().filter(t -> !t.oxidation()).findFirst();
        if (up.isEmpty() || down.isEmpty() || tracks.size() != 2) {
            return Verdict.SOUND;
        }
        int last = up.get().peaks().size() - 1;
        double separation = up.get().peaks().get(last).position().value() - down.get().peaks()
                .get(down.get().peaks().size() - 1).position().value();
        return separation > QUASI * NERNST / p.electrons ? Verdict.doubtful(String.format(Locale.ROOT, "the peaks are "
                + "%.0f mV apart at the fastest rate, a reversible couple has %.0f mV: kinetics or resistance lower "
                + "the currents", 1000 * separation, 1000 * NERNST / p.electrons)) : Verdict.SOUND;
    }

    private static void track(Outcome.Builder out, RateTrack t, Parameters p, Verdict regime) {
        StraightLine power = t.powerLaw();
        Verdict common = t.verdict();
        out.measure(Measurement.of("b-value, " + t.name(), "b", power.slope(), power.slopeSigma(), "1")
                .judged(common).judged(RateTrack.verdict(power)));
        StraightLine root = t.rootLaw();
        Verdict v = common.and(RateTrack.verdict(root)).and(regime);
        if (Math.abs(power.slope() - 0.5) > NOT_HALF + 2 * power.slopeSigma()) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the current grows with the power %.2f of the rate, "
                    + "that of diffusion is 0.5", power.slope())));
        }
        out.measure(Measurement.of("Randles-Sevcik slope, " + t.name(), "dI_p/d\u221av", 1000 * root.slope(),
                1000 * root.slopeSigma(), "mA.s0.5.V-0.5").judged(common).judged(RateTrack.verdict(root)));
        double kelvin = p.temperature + ZERO_CELSIUS;
        double factor = p.regime == Regime.REVERSIBLE ? RandlesSevcik.reversible(p.electrons, kelvin)
                : RandlesSevcik.irreversible(p.electrons, p.transfer, kelvin);
        String word = p.regime == Regime.REVERSIBLE ? "reversible" : "irreversible";
        double relative = root.slopeSigma() / root.slope();
        if (p.concentration != null && p.diffusion != null) {
            double area = root.slope() / (factor * p.concentration * Math.sqrt(p.diffusion));
            out.measure(Measurement.of("electrode area (" + word + "), " + t.name(), "A", area, Math.abs(area
                    * relative), "cm2").judged(v));
        }
        if (p.concentration != null && p.area != null) {
            double d = Math.pow(root.slope() / (factor * p.concentration * p.area), 2);
            out.measure(Measurement.of("diffusion coefficient (" + word + "), " + t.name(), "D", d, 2 * d
                    * Math.hypot(relative, p.areaUncertainty / p.area), "cm2/s").judged(v));
        }
    }

    private static void split(Outcome.Builder out, List<RateScan> scans, List<DunnSplit> splits,
            List<RateTrack> tracks, double resistance) {
        if (splits.isEmpty()) {
            out.remark(Remark.info("The sweeps of the rates share no range of potentials, so that their currents can't "
                    + "be split."));
            return;
        }
        Verdict v = Verdict.SOUND;
        double moves = tracks.stream().mapToDouble(RateTrack::shift).max().orElse(0);
        if (moves > MOVES) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "peaks move by %.0f mV between the rates, so that "
                    + "currents at one potential are not those of one state%s", 1000 * moves, resistance > 0 ? ""
                            : "; say the resistance")));
        }
        double misfit = splits.stream().mapToDouble(DunnSplit::misfit).max().orElse(0);
        if (misfit > MISFIT) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the two parts leave %.0f %% of the currents",
                    100 * misfit)));
        }
        List<DunnSplit> without = new ArrayList<>();
        if (scans.size() > 3) {
            DunnSplit.of(scans.subList(0, scans.size() - 1), true, resistance).ifPresent(without::add);
            DunnSplit.of(scans.subList(0, scans.size() - 1), false, resistance).ifPresent(without::add);
        }
        for (double rate : splits.get(0).rates()) {
            double share = share(splits, rate);
            double whole = splits.stream().mapToDouble(s -> s.wholeSum(rate)).sum();
            double u = splits.stream().mapToDouble(s -> s.capacitiveUncertainty(rate)).sum() / whole;
            // what the fastest rate alone decides is a choice of rates
            double choice = without.isEmpty() ? 0 : Math.abs(share(without, rate) - share) / Math.sqrt(3);
            out.measure(Measurement.of("capacitive share at " + Numbers.plain(1000 * rate, 3) + " mV/s", "k_1v/I",
                    100 * share, 100 * Math.hypot(u, choice), "%").judged(v));
        }
    }

    private static double share(List<DunnSplit> splits, double rate) {
        return splits.stream().mapToDouble(s -> s.capacitiveSum(rate)).sum()
                / splits.stream().mapToDouble(s -> s.wholeSum(rate)).sum();
    }
}
