package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.battery.figure.KineticsFigures;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.CellTemperature;
import org.interphase.technique.battery.voltammetry.DunnSplit;
import org.interphase.technique.battery.voltammetry.PeakSettings;
import org.interphase.technique.battery.voltammetry.RateScan;
import org.interphase.technique.battery.voltammetry.RateTrack;
import org.interphase.technique.battery.voltammetry.Voltammograms;

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
     * @param electrons electrons of the reaction; null if not stated
     * @param transfer transfer coefficient times electrons of the limiting step, for the irreversible regime
     * @param transferUncertainty its standard uncertainty
     * @param temperature in °C; null if it is not stated
     * @param temperatureUncertainty its standard uncertainty in K
     * @param concentration in mol/cm³
     * @param concentrationUncertainty its standard uncertainty in mol/cm³
     * @param area in cm²
     * @param areaUncertainty its standard uncertainty in cm²
     * @param diffusion in cm²/s
     * @param diffusionUncertainty its standard uncertainty in cm²/s
     * @param resistance uncompensated resistance in ohm
     * @param range potentials in which a peak may lie
     * @param threshold least height in % of the highest peak
     * @param instrument how well the instrument knows voltage and current
     */
    public record Parameters(
            @Param(label = "Regime", def = "reversible", help = "Theory of the peak current: reversible (0.4463) or "
                    + "totally irreversible (0.4958 with the transfer coefficient).") Regime regime,
            @Param(label = "Electrons", min = 1, max = 10, help = "Electrons of the reaction; empty takes one, and "
                    + "area and diffusion coefficient are doubtful.") Integer electrons,
            @Param(label = "Transfer "
                    + "coefficient", def = "0.5", min = 0.01, max = 10, advanced = true, help = "Transfer "
                    + "coefficient times the electrons of the limiting step; used by the irreversible regime.")
            double transfer,
            @Param(label = "Transfer coefficient uncertainty", def = "0", min = 0, max = 10, advanced = true,
                    help = "Standard uncertainty of the transfer coefficient; without it numbers of the irreversible "
                    + "regime are doubtful.") double transferUncertainty,
            @Param(label = "Temperature", unit = "degC", min = -200, max = 1000, help = "Temperature of the cell; "
                    + "empty takes that of the records, and where they have none 25 degC, which is said.")
            Double temperature,
            @Param(label = "Temperature uncertainty", unit = "K", def = "2", min = 0, max = 1000, advanced = true,
                    help = "Standard uncertainty of the temperature; 2 K is a room.") double temperatureUncertainty,
            @Param(label = "Concentration", unit = "mol/cm3", min = 1e-15, max = 1, help = "Concentration of what "
                    + "reacts; 4 mmol/L are 4e-6 mol/cm3. With it and the diffusion coefficient the area follows, with "
                    + "it and the area the diffusion coefficient.") Double concentration,
            @Param(label = "Concentration uncertainty", unit = "mol/cm3", def = "0", min = 0, max = 1,
                    help = "Standard uncertainty of the concentration; without it area and diffusion coefficient are "
                    + "doubtful.")
            double concentrationUncertainty,
            @Param(label = "Area", unit = "cm2", min = 1e-9, max = 1e9, help = "Area of the electrode.") Double area,
            @Param(label = "Area uncertainty", unit = "cm2", def = "0", min = 0, max = 1e9, help = "Standard "
                    + "uncertainty of the area; without it the diffusion coefficient is doubtful.")
            double areaUncertainty,
            @Param(label = "Diffusion coefficient", unit = "cm2/s", min = 1e-25, max = 1, help = "Diffusion "
                    + "coefficient "
                    + "of what reacts.") Double diffusion,
            @Param(label = "Diffusion coefficient uncertainty", unit = "cm2/s", def = "0", min = 0, max = 1,
                    help = "Standard uncertainty of the diffusion coefficient; without it the area is doubtful.")
            double diffusionUncertainty,
            @Param(label = "Resistance", unit = "ohm", min = 0, max = 1e9, help = "Uncompensated resistance whose "
                    + "voltage drop is taken off the potential before currents of several rates are compared; empty "
                    + "for none.") Double resistance,
            @Param(label = "Range", unit = "V", def = "all", help = "Potentials in which a peak may lie.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Smallest "
                    + "peak", unit = "%", def = "5", min = 0.1, max = 100, advanced = true, help = "Least "
                    + "height of a peak as part of the highest of its sweep.") double threshold,
            @Param(label = "Instrument", help = "How well the instrument knows voltage and current.")
            InstrumentReading instrument) {
    }

    /** Rates from which on two parts of the current can be told from scatter. */
    private static final int RATES = 4;
    /** Peaks that move by more than this between the rates mix potentials, V. */
    private static final double MOVES = 0.05;
    private static final double MISFIT = 0.1;

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("cv.kinetics", 3,
            "Kinetics from several scan rates", "Follows the peaks over three scan rates or more: the exponent b of "
                    + "i = a v^b, the slope over the square root of the rate with area or diffusion coefficient by "
                    + "Randles and Sevcik, and the split of the currents into parts in proportion to the rate and to "
                    + "its square root. The last whole cycle at each rate counts.",
            Series.class, Parameters.class,
            Publication.article("R. S. Nicholson, I. Shain",
                    "Theory of stationary electrode polarography. Single scan and cyclic methods "
                    + "applied to reversible, irreversible, and kinetic systems")
                    .in("Anal. Chem.", 1964, "36", "706-723")
                    .doi("10.1021/ac60210a007").seen().cited("Nicholson 1964"),
            Publication.article("J. Wang, J. Polleux, J. Lim, B. Dunn",
                    "Pseudocapacitive contributions to electrochemical energy storage in TiO2 "
                    + "(anatase) nanoparticles")
                    .in("J. Phys. Chem. C", 2007, "111", "14925-14931")
                    .doi("10.1021/jp074464w").seen().cited("Wang 2007"));

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
        List<CellRecord> records = new ArrayList<>();
        for (Dataset member : input.members()) {
            records.add(Voltammograms.record((Table) member, "a voltammogram"));
        }
        CellTemperature temperature = CellTemperature.of(p.temperature, p.temperatureUncertainty, records);
        if (p.concentration != null) {
            temperature.remark().ifPresent(out::remark);
        }
        RandlesSevcikNumbers numbers = new RandlesSevcikNumbers(tracks, p, temperature.kelvin());
        InstrumentAccuracy instrument = p.instrument.accuracy();
        p.instrument.remark(out);
        for (RateTrack t : tracks) {
            track(out, t, instrument);
            numbers.of(t).forEach(out::measure);
        }
        if (!tracks.isEmpty() && (p.concentration == null || p.area == null && p.diffusion == null)) {
            out.remark(Remark.info("Area or diffusion coefficient follow from the slopes if the concentration and the "
                    + "other of the two are said."));
        }
        List<DunnSplit> splits = new ArrayList<>();
        DunnSplit.of(scans, true, resistance).ifPresent(splits::add);
        DunnSplit.of(scans, false, resistance).ifPresent(splits::add);
        split(out, scans, splits, tracks, resistance, instrument.currentRatio());
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
            PotentialSweeps record = PotentialSweeps.of(Voltammograms.record(table, "a voltammogram"));
            record.remarks().forEach(r -> out.remark(new Remark(r.level(), member.name() + ": " + r.text(), "", "",
                    r.code())));
            scans.addAll(RateScan.of(member.name(), record));
        }
        scans.removeIf(s -> Double.isNaN(s.rate()));
        scans.sort(Comparator.comparingDouble(RateScan::rate));
        int rates = distinct(scans.stream().mapToDouble(RateScan::rate).toArray());
        if (rates < 3) {
            throw new AnalysisException("kinetics need three scan rates or more; the series has " + rates);
        }
        return scans;
    }

    private static void track(Outcome.Builder out, RateTrack t, InstrumentAccuracy instrument) {
        StraightLine power = t.powerLaw();
        Verdict common = t.verdict();
        out.measure(Measurement.of("b-value, " + t.name(), "b", power.slope(),
                Math.hypot(power.slopeSigma(), t.exponentUncertainty(instrument.currentRatio())), "1")
                .judged(common).judged(RateTrack.verdict(power)));
        StraightLine root = t.rootLaw();
        out.measure(Measurement.of("Randles-Sevcik slope, " + t.name(), "dI_p/d\u221av", 1000 * root.slope(),
                1000 * Math.hypot(root.slopeSigma(), instrument.current() * root.slope()),
                        "mA.s0.5.V-0.5").judged(common).judged(RateTrack.verdict(root)));
    }

    private static void split(Outcome.Builder out, List<RateScan> scans, List<DunnSplit> splits,
            List<RateTrack> tracks, double resistance, double ratio) {
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
        if (splits.stream().anyMatch(s -> distinct(s.rates()) < RATES)) {
            v = v.and(Verdict.doubtful("two parts of the current at three rates leave one degree of freedom"));
        }
        List<DunnSplit> without = new ArrayList<>();
        if (scans.size() > 3) {
            DunnSplit.of(scans.subList(0, scans.size() - 1), true, resistance).ifPresent(without::add);
            DunnSplit.of(scans.subList(0, scans.size() - 1), false, resistance).ifPresent(without::add);
        }
        for (double rate : splits.get(0).rates()) {
            double share = share(splits, rate);
            double whole = splits.stream().mapToDouble(s -> s.wholeSum(rate)).sum();
            double u = splits.stream().mapToDouble(s -> s.shareUncertainty(rate, share * whole, whole)).sum();
            // what the fastest rate alone decides is a choice of rates
            double choice = without.isEmpty() ? 0 : Math.abs(share(without, rate) - share) / Math.sqrt(3);
            out.measure(Measurement.of("capacitive share at " + Numbers.plain(1000 * rate, 3) + " mV/s", "k_1v/I",
                    100 * share, 100 * Math.hypot(Math.hypot(u, choice), ratio * share), "%").judged(v));
        }
    }

    /** How many of ascending rates differ. */
    private static int distinct(double[] rates) {
        int out = 0;
        for (int k = 0; k < rates.length; k++) {
            out += k == 0 || rates[k] > 1.05 * rates[k - 1] ? 1 : 0;
        }
        return out;
    }

    private static double share(List<DunnSplit> splits, double rate) {
        return splits.stream().mapToDouble(s -> s.capacitiveSum(rate)).sum()
                / splits.stream().mapToDouble(s -> s.wholeSum(rate)).sum();
    }
}
