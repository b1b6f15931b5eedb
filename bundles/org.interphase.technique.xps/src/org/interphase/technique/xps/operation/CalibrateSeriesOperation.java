package org.interphase.technique.xps.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.technique.xps.comparison.SampleRegions;

/** Moves the energy axes of all regions by the shift their reference region needs. */
public final class CalibrateSeriesOperation implements Operation<Series, CalibrateSeriesOperation.Parameters> {

    /** Over what one shift holds. */
    public enum Scope {
        /** Each sample has its own reference region and shift. */
        PER_SAMPLE,
        /** The mean shift of all reference regions moves everything. */
        ONE_SHIFT
    }

    /**
     * Parameters.
     *
     * @param scope over what one shift holds
     * @param line line of the reference region
     * @param component fitted component that is the reference, where there is such a fit
     * @param reference known energy of the reference in eV
     */
    public record Parameters(
            @Param(label = "Shift", def = "per-sample", help = "per-sample: all regions of a sample move by the shift "
                    + "its own reference region needs. one-shift: everything moves by the mean shift.") Scope scope,
            @Param(label = "Reference line", def = "C 1s", help = "Line whose highest point is the reference. A "
                    + "fitted component of it is used where there is one called like the next field.") String line,
            @Param(label = "Reference component", def = "C-C", help = "Component of an earlier fit that is the "
                    + "reference; without such a fit the highest point of the region is.") String component,
            @Param(label = "Reference", unit = "eV", def = "284.8", help = "Known binding energy of the reference.")
            double reference) {
    }

    private static final OperationInfo<Series, Parameters> INFO = OperationInfo.of("xps.calibrate-series", 1,
            "Energy calibration of a series", "Finds the shift of each sample's reference region (usually C 1s) and "
                    + "moves all its regions by it, so that their energies stay comparable. Signals are not changed.",
            Series.class, Parameters.class);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        Map<String, double[]> shifts = shifts(input, p);
        if (shifts.isEmpty()) {
            throw new AnalysisException("There is no " + p.line() + " region to calibrate by; add one to the series, "
                    + "name another line, or switch this step off.");
        }
        double mean = shifts.values().stream().mapToDouble(s -> s[0]).average().orElseThrow();
        List<Dataset> moved = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Dataset d : input.members()) {
            String sample = SampleRegions.sample(d);
            double[] own = shifts.get(sample);
            boolean one = p.scope() == Scope.ONE_SHIFT || shifts.size() == 1 && samples(input) == 1;
            if (!(d instanceof Curve c) || !one && own == null) {
                without.add(d.name());
                moved.add(d);
            } else {
                moved.add(CalibrateOperation.moved(c, one ? mean : own[0]));
            }
        }
        Outcome.Builder out = Outcome.builder(input.withMembers(moved));
        if (p.scope() == Scope.ONE_SHIFT) {
            out.measure("energy shift", "dE", mean, spread(shifts.values(), mean), "eV");
            out.remark(CalibrateOperation.common(spread(shifts.values(), mean)));
        } else {
            shifts.forEach((sample, s) -> out.measure("energy shift" + (shifts.size() > 1 ? " (" + sample + ")" : ""),
                    "dE", s[0], s[1], "eV"));
            // of samples that are compared, the largest counts
            out.remark(CalibrateOperation.common(shifts.values().stream().mapToDouble(s -> s[1]).reduce(0,
                    (a, b) -> Math.max(a, b))));
        }
        if (!without.isEmpty()) {
            out.remark(Remark.warning("No " + p.line() + " region belongs to " + String.join(", ", without)
                    + ": left where it was. Samples are told apart by their sample name, else by their file name."));
        }
        return out.build();
    }

    private static long samples(Series input) {
        return input.members().stream().map(SampleRegions::sample).distinct().count();
    }

    /** Shift and its standard uncertainty of each sample that has a reference region. */
    private static Map<String, double[]> shifts(Series input, Parameters p) throws AnalysisException {
        Map<String, double[]> out = new LinkedHashMap<>();
        for (Curve c : SampleRegions.of(input, p.line())) {
            if (!out.containsKey(SampleRegions.sample(c))) {
                out.put(SampleRegions.sample(c), CalibrateOperation.shift(c, p.reference(), p.component()));
            }
        }
        return out;
    }

    /** Standard uncertainty of the mean from the scatter of the samples; NaN for one sample. */
    private static double spread(java.util.Collection<double[]> shifts, double mean) {
        int n = shifts.size();
        double s = shifts.stream().mapToDouble(v -> (v[0] - mean) * (v[0] - mean)).sum();
        return n < 2 ? Double.NaN : Math.sqrt(s / (n - 1) / n);
    }

    @Override
    public String methods(Parameters p) {
        return String.format(Locale.ROOT, "Binding energies were referenced to %s at %.2f eV, %s.", p.line(),
                p.reference(), p.scope() == Scope.ONE_SHIFT ? "one shift for all samples"
                        : "one shift for all regions of a sample");
    }
}
