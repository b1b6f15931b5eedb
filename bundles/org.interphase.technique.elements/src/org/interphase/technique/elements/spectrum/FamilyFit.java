package org.interphase.technique.elements.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;

/**
 * Whole families of lines and the continuum fitted to a spectrum at once, by weighted linear least squares. Groups
 * within a family may deviate from their usual share by a prior; shift and gain of the energy scale, noise and Fano
 * factor are found with them (linearised, repeated); pile-up is the spectrum folded with itself, with a free factor.
 * What the model leaves unexplained beyond counting statistics widens every uncertainty: channel variances hold a
 * relative error of peaks and continuum, taken as alike over the width of a peak, large enough for the residuals.
 */
public final class FamilyFit {

    private static final int ROUNDS = 6;
    /** Peaks weaker than this many uncertainties calibrate nothing. */
    private static final double CLEAR = 25;
    /** How far the scale may be off by usual adjustment: 10 eV, 0.1 % (unverified). */
    private static final double OFFSET_PRIOR = 10;
    private static final double GAIN_PRIOR = 0.001;
    private static final double FANO_PRIOR = 0.01;
    /** A strong line may stand this far from where the energy scale has it, in eV: scales are not quite straight. */
    private static final double OWN_SHIFT = 3;
    /** A strong line may be this much wider or narrower than the resolution has it. */
    private static final double OWN_WIDTH = 0.03;
    /** Tail of a strong line: length in peak widths, and how many of its counts lie in it at most, usually. */
    private static final double TAIL_LENGTH = 1.5;
    private static final double TAIL = 0.03;
    /** How much of the relative error of a calculated shape a measured one has. */
    private static final double MEASURED = 0.1;
    /** How much of the largest error of a calculated shape a measured one may have: the scale drifts (unverified). */
    private static final double DRIFT = 0.35;
    /** How far below its main lines a measured shape begins, in peak widths. */
    private static final double BELOW = 2.2;
    /** What lies this many peak widths from a line, of more than a share of its family, concerns it. */
    private static final double REACH = 1.5;
    private static final double SEEN = 0.02;
    /** Relative error of the continuum whatever the residuals say: edges of window and dead layer (unverified). */
    private static final double BACKGROUND = 0.01;
    /** Shift, gain, noise squared and Fano factor. */
    private static final int CALIBRATIONS = 4;
    /** Lines stronger than this many uncertainties show where they stand. */
    private static final double STRONG = 60;

    /**
     * What is fitted.
     *
     * @param from lowest energy in eV
     * @param to highest energy in eV
     * @param calibrate whether energy scale and resolution are refined
     * @param specimen composition that the continuum's absorption is taken from; null for none
     * @param measured measured shapes of families by name, which stand for the calculated ones
     */
    public record Settings(double from, double to, boolean calibrate, Composition specimen,
            Map<String, MeasuredShape> measured) {
        /** Copies the map. */
        public Settings {
            measured = Map.copyOf(measured);
        }

        /** Settings with calculated shapes. */
        public Settings(double from, double to, boolean calibrate, Composition specimen) {
            this(from, to, calibrate, specimen, Map.of());
        }
    }

    private final EdsSpectrum spectrum;
    private final Settings settings;
    private final List<XrayFamily> families;
    private final int low;
    private final int high;
    private final double[] y;
    private final double usual;
    private DetectorResponse response;
    private double offset;
    private double gain;
    private double modelError;
    private double[] counts;
    private double[] shifts;
    /** Shifts of lines with what the last solution has of them, where they are not refined. */
    private double[] moved;
    private double[] model;
    private double[] peaks;
    private double[] background;
    private double pileUp;
    private LinearSystem system;
    private int[] familyColumns;
    private List<int[]> own = List.of();
    private final FitColumns columns;
    /** Whether scale and detector are still those of the start. */
    private boolean atStart = true;

    private FamilyFit(EdsSpectrum spectrum, DetectorResponse response, List<XrayFamily> families, Settings settings,
            FamilyFit earlier) {
        this.spectrum = spectrum;
        this.settings = settings;
        this.families = List.copyOf(families);
        this.response = response;
        usual = response.noise();
        low = spectrum.channel(settings.from);
        high = spectrum.channel(settings.to) + 1;
        y = java.util.Arrays.copyOfRange(spectrum.counts(), low, high);
        counts = new double[families.size()];
        shifts = new double[families.size()];
        moved = new double[families.size()];
        columns = earlier != null && earlier.columns.isOf(spectrum, settings.specimen, low, high) ? earlier.columns
                : new FitColumns(spectrum, settings.specimen, low, high);
    }

    /**
     * Fits.
     *
     * @param response the detector to begin with
     * @param earlier a fit of the same spectrum whose energy scale and widths are the start; null for none
     * @throws IllegalArgumentException if the range holds too few channels or the columns cannot be told apart
     */
    public static FamilyFit of(EdsSpectrum spectrum, DetectorResponse response, List<XrayFamily> families,
            Settings settings, FamilyFit earlier) {
        FamilyFit fit = new FamilyFit(spectrum, response, families, settings, earlier);
        if (fit.y.length < 32) {
            throw new IllegalArgumentException("the range holds only " + fit.y.length + " channels");
        }
        if (earlier != null) {
            fit.response = earlier.response;
            fit.offset = earlier.offset;
            fit.gain = earlier.gain;
            for (int i = 0; i < fit.shifts.length; i++) {
                int k = earlier.families.indexOf(families.get(i));
                fit.shifts[i] = k < 0 ? 0 : earlier.shifts[k];
            }
        }
        fit.columns.startAt(fit.offset, fit.gain, fit.response);
        double[] variance = PileUp.smoothed(fit.y, 3);
        for (int i = 0; i < variance.length; i++) {
            variance[i] = Math.max(1, variance[i]);
        }
        double worth = 1;
        for (int round = 0; round < ROUNDS && worth > 1e-3; round++) {
            worth = fit.round(variance, round > 0, settings.calibrate && round > 0);
            variance = fit.variance();
        }
        fit.round(variance, true, false);
        fit.variance();
        return fit;
    }

    /**
     * One linear fit, with its own shifts and scale in the model where they are not refined; gives how far the energy
     * scale moved in peak widths.
     */
    private double round(double[] variance, boolean deviations, boolean calibrate) {
        system = new LinearSystem(low, variance);
        List<PeakProfile> splines = columns.continuum(response, atStart);
        splines.forEach(c -> system.add(c, Double.POSITIVE_INFINITY));
        PeakProfile piled = columns.piled();
        int pile = piled == null ? -1 : system.add(piled, Double.POSITIVE_INFINITY);
        familyColumns = new int[families.size()];
        List<int[]> extra = new ArrayList<>();
        for (int f = 0; f < families.size(); f++) {
            XrayFamily family = families.get(f);
            MeasuredShape shape = settings.measured.get(family.name());
            if (shape != null) {
                familyColumns[f] = system.add(shape.profile(), Double.POSITIVE_INFINITY);
                continue;
            }
            double at = offset + shifts[f];
            familyColumns[f] = system.add(whole(family, at, gain, response), Double.POSITIVE_INFINITY);
            for (int g = 1; g < family.groups().size() && deviations; g++) {
                XrayFamily.Group group = family.groups().get(g);
                double share = group.lines().stream().mapToDouble(XrayFamily.Line::intensity).sum();
                double sigma = group.freedom() * share * Math.max(counts[f], 1);
                extra.add(new int[] {f, g, system.add(group(family, g, at, gain, response).less(
                        group(family, 0, at, gain, response)), sigma)});
            }
        }
        int calibration = deviations && isClear() ? calibration() : -1;
        int[] places = new int[families.size()];
        for (int f = 0; f < places.length; f++) {
            boolean calculated = !settings.measured.containsKey(families.get(f).name());
            if (deviations && calculated && counts[f] > STRONG * STRONG) {
                places[f] = ownShift(f);
                extra.add(new int[] {f, 0, ownWidth(f)});
                extra.add(new int[] {f, 0, tail(f)});
            } else {
                places[f] = -1;
            }
        }
        if (!system.solve(y)) {
            throw new IllegalArgumentException("the families of lines cannot be told apart");
        }
        double[] x = system.x();
        counts = new double[families.size()];
        background = new double[y.length];
        peaks = new double[y.length];
        for (int i = 0; i < splines.size(); i++) {
            system.accumulate(i, x[i], background);
        }
        pileUp = pile < 0 ? 0 : x[pile];
        double[] pileModel = new double[y.length];
        if (pile >= 0) {
            system.accumulate(pile, x[pile], pileModel);
        }
        for (int f = 0; f < families.size(); f++) {
            counts[f] = x[familyColumns[f]];
            system.accumulate(familyColumns[f], counts[f], peaks);
        }
        for (int[] e : extra) {
            system.accumulate(e[2], x[e[2]], peaks);
        }
        if (!settings.calibrate) {
            apply(calibration, places, x);
        }
        for (int f = 0; f < places.length; f++) {
            if (places[f] >= 0 && calibrate) {
                shifts[f] = Math.max(-4 * OWN_SHIFT, Math.min(4 * OWN_SHIFT, shifts[f] + x[places[f]]));
            }
        }
        atStart &= !calibrate;
        own = extra.stream().map(e -> new int[] {e[0], e[2]}).toList();
        model = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            model[i] = background[i] + peaks[i] + pileModel[i];
        }
        return !deviations ? 1 : calibrate && calibration >= 0 ? moved(x, calibration) : 0;
    }

    /** Adds what the solution has of scale, resolution and places to the model, to first order. */
    private void apply(int calibration, int[] places, double[] x) {
        for (int i = calibration; calibration >= 0 && i < calibration + CALIBRATIONS; i++) {
            system.accumulate(i, x[i], peaks);
        }
        for (int f = 0; f < places.length; f++) {
            moved[f] = shifts[f];
            if (places[f] >= 0) {
                system.accumulate(places[f], x[places[f]], peaks);
                moved[f] += x[places[f]];
            }
        }
    }

    private boolean isClear() {
        for (double c : counts) {
            if (c > CLEAR * CLEAR) {
                return true;
            }
        }
        return false;
    }

    /** Adds the derivatives by shift, gain, noise squared and Fano factor; gives the index of the first. */
    private int calibration() {
        double d = 0.02 * response.fwhm(2000);
        double dg = d / 5000;
        double n2 = response.noise() * response.noise();
        int first = system.add(derivative(d, 0, response, response, d), OFFSET_PRIOR, -offset);
        system.add(derivative(0, dg, response, response, dg), GAIN_PRIOR, -gain);
        double dn = 0.02 * n2;
        system.add(derivative(0, 0, response.with(Math.sqrt(n2 + dn), response.fano()),
                response.with(Math.sqrt(n2 - dn), response.fano()), dn), 0.5 * usual * usual, usual * usual - n2);
        double df = 0.001;
        system.add(derivative(0, 0, response.with(response.noise(), response.fano() + df),
                response.with(response.noise(), response.fano() - df), df), FANO_PRIOR,
                DetectorResponse.USUAL_FANO - response.fano());
        return first;
    }

    /** Adds the derivative by a family's own place; the prior is about where the scale has it. */
    private int ownShift(int f) {
        double d = 0.02 * response.fwhm(2000);
        double[] v = new double[y.length];
        XrayFamily family = families.get(f);
        add(v, whole(family, offset + shifts[f] + d, gain, response), counts[f] / (2 * d));
        add(v, whole(family, offset + shifts[f] - d, gain, response), -counts[f] / (2 * d));
        return system.add(new PeakProfile(low, v), OWN_SHIFT, -shifts[f]);
    }

    /** Adds the derivative by a relative change of a family's width. */
    private int ownWidth(int f) {
        double d = 0.02;
        double[] v = new double[y.length];
        XrayFamily family = families.get(f);
        add(v, whole(family, offset + shifts[f], gain, response.wider(1 + d)), counts[f] / (2 * d));
        add(v, whole(family, offset + shifts[f], gain, response.wider(1 - d)), -counts[f] / (2 * d));
        return system.add(new PeakProfile(low, v), OWN_WIDTH);
    }

    /** Adds the tail of incomplete charge collection below a strong line. */
    private int tail(int f) {
        double e = families.get(f).mainEnergy() * (1 + gain) + offset + shifts[f];
        double fwhm = response.fwhm(e);
        PeakProfile p = PeakProfile.tail(spectrum, e, fwhm, TAIL_LENGTH * fwhm, low, high);
        // what lies in the tail is missing in the peak: the family's counts hold both
        return system.add(p.less(group(families.get(f), 0, offset + shifts[f], gain, response)),
                TAIL * counts[f]);
    }

    private PeakProfile derivative(double d, double dg, DetectorResponse up, DetectorResponse down, double by) {
        double[] sum = new double[y.length];
        for (int f = 0; f < families.size(); f++) {
            if (counts[f] > 0 && !settings.measured.containsKey(families.get(f).name())) {
                XrayFamily family = families.get(f);
                double at = offset + shifts[f];
                add(sum, whole(family, at + d, gain + dg, up), counts[f] / (2 * by));
                add(sum, whole(family, at - d, gain - dg, down), -counts[f] / (2 * by));
            }
        }
        return new PeakProfile(low, sum);
    }

    private void add(double[] sum, PeakProfile p, double times) {
        for (int i = 0; i < p.values().length; i++) {
            sum[i + p.from() - low] += times * p.values()[i];
        }
    }

    private double moved(double[] x, int first) {
        double limit = 0.4 * response.fwhm(2000);
        double shift = Math.max(-limit, Math.min(limit, x[first]));
        double stretch = Math.max(-0.004, Math.min(0.004, x[first + 1]));
        offset += shift;
        gain += stretch;
        double n2 = response.noise() * response.noise();
        double fano = Math.max(0.08, Math.min(0.16, response.fano() + x[first + 3]));
        double widened = Math.max(0.5 * n2, Math.min(2 * n2, n2 + x[first + 2]));
        double before = response.fwhm(2000);
        response = response.with(Math.sqrt(widened), fano);
        return (Math.abs(shift) + 5000 * Math.abs(stretch) + Math.abs(response.fwhm(2000) - before)) / before;
    }

    private PeakProfile whole(XrayFamily family, double shift, double stretch, DetectorResponse detector) {
        return group(family, FitColumns.WHOLE, shift, stretch, detector);
    }

    private PeakProfile group(XrayFamily family, int group, double shift, double stretch, DetectorResponse detector) {
        return columns.profile(family, group, shift, stretch, detector, atStart);
    }

    /** Variance of each channel by counting: of the spectrum, and of the spectra that shapes were measured in. */
    private double[] statistics() {
        double[] v = new double[y.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.max(model[i], 0.5);
        }
        for (int f = 0; f < families.size(); f++) {
            MeasuredShape shape = settings.measured.get(families.get(f).name());
            if (shape != null) {
                add(v, shape.variance(), counts[f] * counts[f]);
            }
        }
        return v;
    }

    /** Variance of each channel: counting statistics of the model, and what the model does not describe. */
    private double[] variance() {
        double[] error = error(MEASURED);
        double[] statistics = statistics();
        modelError = new ModelError(y, model, statistics, error).factor();
        double[] v = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double floor = BACKGROUND * background[i];
            double alike = Math.max(1, response.fwhm(spectrum.energy(i + low)) / spectrum.step());
            v[i] = statistics[i] + alike * (modelError * modelError * error[i] + floor * floor);
        }
        return v;
    }

    /**
     * Square of what a relative error of the model acts on.
     *
     * @param kept how much of it measured shapes have
     */
    private double[] error(double kept) {
        double[] uncertain = peaks.clone();
        for (int f = 0; f < families.size(); f++) {
            if (settings.measured.containsKey(families.get(f).name())) {
                system.accumulate(familyColumns[f], -counts[f] * (1 - kept), uncertain);
            }
        }
        double[] wide = PileUp.tailed(uncertain, spectrum, response, low);
        for (int i = 0; i < wide.length; i++) {
            wide[i] = wide[i] * wide[i] + 0.25 * background[i] * background[i];
        }
        return wide;
    }

    private ModelError misfit() {
        return new ModelError(y, model, statistics(), error(DRIFT));
    }

    /** The families, in the order of the amplitudes. */
    public List<XrayFamily> families() {
        return families;
    }

    /** Counts of a family, negative where the data want that. */
    public double counts(int family) {
        return counts[family];
    }

    /** Standard uncertainty of the counts of a family. */
    public double uncertainty(int family) {
        return Math.sqrt(Math.max(0, system.covariance(familyColumns[family])[familyColumns[family]]));
    }

    /**
     * Standard uncertainty of the counts of a family by its {@link #measured(int)} shape: counting statistics with the
     * continuum and overlaps, and the part of the model's error that such a shape keeps.
     */
    public double measuredUncertainty(int family) {
        double[] column = system.covariance(familyColumns[family]);
        double[] weights = new double[y.length];
        for (int i = 0; i < column.length; i++) {
            system.accumulate(i, column[i], weights);
        }
        double[] v = variance();
        double counting = 0;
        for (int i = 0; i < y.length; i++) {
            counting += weights[i] / v[i] * weights[i] / v[i] * Math.max(model[i], 0.5);
        }
        double rest = Math.max(0, column[familyColumns[family]] - counting);
        return Math.sqrt(counting + MEASURED * MEASURED * rest);
    }

    /** By how many standard uncertainties another family would be wanted beside those fitted. */
    public double score(XrayFamily family) {
        double[] residual = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            residual[i] = y[i] - model[i];
        }
        return system.score(whole(family, offset, gain, response), residual);
    }

    /** Sum of squared residuals over other variances, and of the shifts of lines, to compare fits by. */
    public double chiSquare(double[] variances) {
        double s = 0;
        for (double d : settings.calibrate ? shifts : moved) {
            s += d * d / (OWN_SHIFT * OWN_SHIFT);
        }
        // what groups deviate from their usual shares counts as well
        for (int[] e : own) {
            s += system.penalty(e[1]);
        }
        for (int i = 0; i < y.length; i++) {
            s += (y[i] - model[i]) * (y[i] - model[i]) / variances[i];
        }
        return s;
    }

    /** Variances of the channels from {@link #firstChannel()} on. */
    public double[] variances() {
        return variance();
    }

    /** First channel of the fit. */
    public int firstChannel() {
        return low;
    }

    /** Counts of the model in each channel from {@link #firstChannel()} on. */
    public double[] model() {
        return model.clone();
    }

    /** Counts of the continuum. */
    public double[] background() {
        return background.clone();
    }

    /** Counts of one family in each channel. */
    public double[] component(int family) {
        double[] out = new double[y.length];
        system.accumulate(familyColumns[family], counts[family], out);
        return out;
    }

    /**
     * What the data hold of a family: data less the continuum and all other families, over the family's lines, for one
     * count altogether.
     */
    public MeasuredShape measured(int family) {
        double[] rest = rest(family);
        PeakProfile window = whole(families.get(family), offset, gain, response);
        XrayFamily f = families.get(family);
        int from = spectrum.channel(f.mainEnergy() - BELOW * response.fwhm(f.mainEnergy()));
        from = Math.max(window.from(), from);
        double[] v = new double[window.to() - from];
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            v[i] = y[i + from - low] - rest[i + from - low];
            sum += v[i];
        }
        double[] variance = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            v[i] /= sum;
            variance[i] = Math.max(y[i + from - low], 0.5) / (sum * sum);
        }
        return new MeasuredShape(new PeakProfile(from, v), new PeakProfile(from, variance));
    }

    /** The model without a family. */
    private double[] rest(int family) {
        double[] rest = model.clone();
        system.accumulate(familyColumns[family], -counts[family], rest);
        for (int[] e : own) {
            if (e[0] == family) {
                system.accumulate(e[1], -system.x()[e[1]], rest);
            }
        }
        return rest;
    }

    /** Counts of a family as the data hold them, over the window of {@link #measured(int)}. */
    public double measuredCounts(int family) {
        PeakProfile p = measured(family).profile();
        double[] rest = rest(family);
        double sum = 0;
        for (int i = p.from(); i < p.to(); i++) {
            sum += y[i - low] - rest[i - low];
        }
        return sum;
    }

    /** The detector as found. */
    public DetectorResponse response() {
        return response;
    }

    /** Shift of the energy scale in eV: lines stand this much higher than in the tables. */
    public double offset() {
        return offset;
    }

    /** Relative stretch of the energy scale. */
    public double gain() {
        return gain;
    }

    /** Relative error of the model beyond counting statistics. */
    public double modelError() {
        return modelError;
    }

    /** Whether the residuals are no larger than counting statistics and a model error of usual size allow. */
    public boolean isDescribed() {
        return misfit().suffices();
    }

    /** The same over the lines of a family. */
    public boolean isDescribed(int family) {
        boolean[] channels = new boolean[y.length];
        for (XrayFamily.Line l : families.get(family).lines()) {
            double e = l.energy() * (1 + gain) + offset;
            double reach = REACH * response.fwhm(e);
            int to = Math.min(high, spectrum.channel(e + reach) + 1);
            for (int i = Math.max(low, spectrum.channel(e - reach)); i < to && l.intensity() > SEEN; i++) {
                channels[i - low] = true;
            }
        }
        return misfit().suffices(channels);
    }

    /** Counts that piled up in each of the channels from one to another, which may lie beyond those fitted. */
    double[] piledFrom(int from, int to) {
        if (!(pileUp > 0)) {
            return new double[to - from];
        }
        return PileUp.counts(spectrum, low, high, pileUp, from, to);
    }

    /** Counts of the piled-up part of the spectrum. */
    public double pileUp() {
        return pileUp;
    }
}
