package org.interphase.technique.xps.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.spectra.peak.AreaUnit;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.RivalModels;
import org.interphase.technique.xps.assignment.Assignments;
import org.interphase.technique.xps.assignment.FoundState;
import org.interphase.technique.xps.comparison.SampleResult.Quantity;
import org.interphase.technique.xps.consistency.PhysicsLint;
import org.interphase.technique.xps.region.RegionFit;

/** One region of several samples, fitted alike and set against each other. */
public final class SampleComparison {

    /** Two-sided 95 % point of the normal distribution. */
    private static final double SIGNIFICANT = 1.96;

    private final String line;
    private final List<String> components;
    private final List<SampleResult> samples;
    private final List<Remark> lint;

    private SampleComparison(String line, List<String> components, List<SampleResult> samples, List<Remark> lint) {
        this.line = line;
        this.components = components;
        this.samples = samples;
        this.lint = lint;
    }

    /**
     * Fits every sample's region.
     *
     * @param names one per region
     * @throws AnalysisException if a region cannot be fitted, naming it
     */
    public static SampleComparison of(String line, List<Curve> regions, List<String> names, RegionFit fit,
            Progress progress) throws AnalysisException {
        List<SampleResult> samples = new ArrayList<>();
        List<Remark> lint = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            String name = names.get(i);
            progress.report((double) i / regions.size(), name);
            try {
                var result = fit.run(regions.get(i), progress);
                PhysicsLint.check(regions.get(i), line, result);
                result.outcome().build().remarks().stream().filter(r -> r.level() != Remark.Level.INFO)
                        .map(r -> new Remark(r.level(), name + ": " + r.text(), "", r.component()))
                        .forEach(lint::add);
                RivalModels rivals = RivalModels.of(fit.settings().spread() ? result.fit() : null,
                        RegionFit.FURTHER, progress);
                samples.add(new SampleResult(name, regions.get(i), result, Assignments.of(regions.get(i), line,
                        FoundState.of(result, rivals)), rivals));
            } catch (AnalysisException e) {
                throw new AnalysisException(name + ": " + e.getMessage(), e);
            }
        }
        return new SampleComparison(line, fit.settings().components().stream().map(PeakComponent::name).toList(),
                samples, lint);
    }

    /** What was found in each sample, in the order of the samples. */
    public List<SampleResult> samples() {
        return List.copyOf(samples);
    }

    /** The components that were fitted. */
    public List<String> components() {
        return List.copyOf(components);
    }

    /** Adds numbers, table and remarks to an outcome. */
    public void report(Outcome.Builder out) {
        for (SampleResult s : samples) {
            components.forEach(c -> measure(s, c, out));
        }
        out.extra(table());
        for (int i = 1; i < samples.size(); i++) {
            for (String c : components) {
                compare(samples.get(0), samples.get(i), c, out);
            }
        }
        lint.forEach(out::remark);
    }

    private void measure(SampleResult s, String component, Outcome.Builder out) {
        for (Quantity q : Quantity.values()) {
            if (q == Quantity.FRACTION && components.size() < 2) {
                continue;
            }
            PeakFit.Estimate e = s.estimate(component, q);
            String name = component + " " + q.title() + " (" + s.name() + ")";
            Verdict verdict = s.verdict(component, q.key);
            if (verdict.isWithheld()) {
                out.measure(Measurement.withheld(name, "", q.unit, verdict.reason()));
            } else if (Double.isFinite(e.value())) {
                out.measure(Measurement.of(name, "", e.value(), e.uncertainty(), q.unit).judged(verdict));
            } else if (q != Quantity.FWHM) {
                out.measure(Measurement.notDetected(name, "", q == Quantity.FRACTION ? s.limit(component) : Double.NaN,
                        q.unit));
            }
        }
        PeakFit.Estimate area = s.area(component);
        if (Double.isFinite(area.value())) {
            out.measure(Measurement.of(component + " area (" + s.name() + ")", "A", area.value(), area.uncertainty(),
                    areaUnit().text()).judged(s.verdict(component, "total area")));
        }
    }

    private Unit areaUnit() {
        Curve c = samples.get(0).curve();
        return AreaUnit.of(c.signal().unit(), c.axis().unit());
    }

    /** One remark per quantity that differs, one if nothing does. */
    private void compare(SampleResult first, SampleResult other, String component, Outcome.Builder out) {
        boolean inFirst = first.result().indexOf(component) >= 0;
        boolean inOther = other.result().indexOf(component) >= 0;
        if (!inFirst && !inOther) {
            return;
        }
        Verdict doubt = Verdict.SOUND;
        for (Quantity q : Quantity.values()) {
            doubt = doubt.and(first.verdict(component, q.key)).and(other.verdict(component, q.key));
        }
        if (!doubt.isSound()) {
            out.remark(Remark.warning(component + " of " + other.name() + " is not compared with that of "
                    + first.name() + ": " + doubt.reason() + ".").about(component));
            return;
        }
        if (inFirst != inOther) {
            SampleResult with = inFirst ? first : other;
            SampleResult without = inFirst ? other : first;
            PeakFit.Estimate e = with.estimate(component, Quantity.FRACTION);
            out.remark(Remark.info(String.format(Locale.ROOT, "%s is found in %s (%s %% of %s) and not in %s (a share "
                    + "above %.2g %% would have been found).", component, with.name(), Numbers.withUncertainty(
                            e.value(), e.uncertainty()), line, without.name(), without.limit(component)))
                    .about(component));
            return;
        }
        List<String> differing = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (Quantity q : Quantity.values()) {
            if (q == Quantity.FRACTION && components.size() < 2) {
                continue;
            }
            PeakFit.Estimate a = first.estimate(component, q);
            PeakFit.Estimate b = other.estimate(component, q);
            double u = Math.hypot(a.uncertainty(), b.uncertainty());
            if (!(u > 0)) {
                continue;
            }
            double difference = b.value() - a.value();
            String text = String.format(Locale.ROOT, "%s by %s %s (%.1f standard uncertainties)", q.title(),
                    Numbers.withUncertainty(difference, u), q.unit, Math.abs(difference) / u);
            (Math.abs(difference) > SIGNIFICANT * u ? differing : equal).add(text);
        }
        String pair = component + " of " + other.name() + " against " + first.name() + ": ";
        if (!differing.isEmpty()) {
            out.remark(Remark.info(pair + "differs in " + String.join(", ", differing) + (equal.isEmpty() ? "."
                    : "; not significantly in " + String.join(", ", equal) + ".")).about(component));
        } else if (!equal.isEmpty()) {
            out.remark(Remark.info(pair + "no significant difference (" + String.join(", ", equal) + ").")
                    .about(component));
        }
    }

    /** A row per sample; differences are those to the first sample, in standard uncertainties of the difference. */
    private Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("sample", Unit.ONE, numbers()));
        for (String c : components) {
            for (Quantity q : Quantity.values()) {
                add(columns, c + " " + q.title(), q.unit, samples.stream().map(s -> s.estimate(c, q)).toList());
            }
            add(columns, c + " area", areaUnit().text(), samples.stream().map(s -> s.area(c)).toList());
        }
        Metadata m = Metadata.EMPTY.with("samples", samples.stream().map(SampleResult::name).toList());
        return new Table(DatasetHeader.of(line + " of " + samples.size() + " samples", "table", m), columns);
    }

    private double[] numbers() {
        double[] out = new double[samples.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = i + 1.0;
        }
        return out;
    }

    private static void add(List<Column> columns, String name, String unit, List<PeakFit.Estimate> values) {
        PeakFit.Estimate first = values.get(0);
        columns.add(Column.of(name, Unit.of(unit), values.stream().mapToDouble(PeakFit.Estimate::value).toArray()));
        columns.add(Column.of(name + " uncertainty", Unit.of(unit), values.stream()
                .mapToDouble(PeakFit.Estimate::uncertainty).toArray()));
        columns.add(Column.of(name + " difference / sigma", Unit.ONE, values.stream().mapToDouble(v -> v == first ? 0
                : (v.value() - first.value()) / Math.hypot(v.uncertainty(), first.uncertainty())).toArray()));
    }
}
