package org.interphase.technique.vibrational.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Species;
import org.interphase.model.Verdict;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.spectra.peak.AreaUnit;
import org.interphase.spectra.peak.BackgroundModel;
import org.interphase.spectra.peak.FurtherComponents;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitSettings;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.PeakHints;
import org.interphase.spectra.peak.PeakShape;
import org.interphase.spectra.peak.RivalModels;
import org.interphase.spectra.peak.Thinned;
import org.interphase.technique.vibrational.axis.WavenumberScale;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.carbon.CarbonRemarks;
import org.interphase.technique.vibrational.evidence.BandEvidence;
import org.interphase.technique.vibrational.evidence.BandNames;
import org.interphase.technique.vibrational.reference.BandSpecies;

/** Fits chosen bands, free or tied, together with their baseline, and gives their ratios. */
public final class BandFitOperation implements Operation<Curve, BandFitOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of the spectrum that is fitted.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Bands", def = "", help = "The bands: shape, position, width and area, free, bounded, held "
                    + "or tied to each other.") List<PeakComponent> components,
            @Param(label = "Baseline", def = "linear", help = "A polynomial fitted together with the bands, so that "
                    + "areas carry its uncertainty, or what an earlier step found.") Base baseline,
            @Param(label = "Detection", def = "3", min = 0, max = 100, help = "Bands with an area of fewer standard "
                    + "uncertainties are not detected and get a limit; 0 keeps all.") double detection,
            @Param(label = "Ratios", def = "", help = "Ratios of bands to report, such as D / G, separated by commas.")
            List<String> ratios,
            @Param(label = "Neighbours", def = "false", help = "Fit bands too that nobody named but that stand in the "
                    + "residuals, within the range or at its edge, as neighbour 1 to 3.") boolean neighbours,
            @Param(label = "Named with evidence", def = "", help = "Bands that carry their name only if place, width "
                    + "and partner bands speak for it against other substances; C=C is known. Without evidence the "
                    + "band is reported as an unassigned band.", advanced = true) List<String> evidence,
            @Param(label = "Wavenumber scale", unit = "cm-1", def = "", min = 0, max = 100, advanced = true,
                    help = WavenumberScale.HELP) Double scale) {

        /** Without neighbours, every band under the name it was given. */
        public Parameters(Range range, List<PeakComponent> components, Base baseline, double detection,
                List<String> ratios) {
            this(range, components, baseline, detection, ratios, false, List.of(), null);
        }

        private Parameters withScale(double known) {
            return new Parameters(range, components, baseline, detection, ratios, neighbours, evidence, known);
        }

        /** Baseline under the bands. */
        public enum Base {
            /** A constant. */
            CONSTANT,
            /** A straight line. */
            LINEAR,
            /** A parabola. */
            QUADRATIC,
            /** Of the step before. */
            EARLIER_STEP
        }
    }

    /** The name that asks for evidence. */
    private static final String DOUBLE_BOND = "C=C";
    /** What is broader than so many usual widths is baseline, not a further band. */
    private static final double BROAD = 3;
    /** Fewest residuals that tell whether they hang together. */
    private static final int TELLING = 40;
    private static final String UNASSIGNED = "unassigned band";
    /** So close to the end of where it is looked for, a band's maximum lies outside, in cm-1. */
    private static final double AT_END = 0.5;
    private static final PeakShape LEANING = PeakShape.parse("asymmetric-pseudo-voigt");
    private static final PeakShape FREE = PeakShape.parse("pseudo-voigt");

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.fit", 8, "Band fit",
                "Fits bands of chosen shape together with a local baseline. Positions, widths and areas are free, "
                        + "bounded, held, or tied to another band. Bands that are not there get a detection limit. "
                        + "Ratios of heights and areas carry the covariance of the fit.",
                Curve.class, Parameters.class).forKinds(Kinds.RAMAN, Kinds.ABSORBANCE, Kinds.KUBELKA_MUNK);
    }

    @Override
    public Outcome apply(Curve input, Parameters given, Progress progress) throws AnalysisException {
        BandSpectrum.requireWavenumbers(input);
        boolean raman = input.kind().id().equals(Kinds.RAMAN);
        Double stated = given.scale();
        WavenumberScale scale = WavenumberScale.of(input, stated, raman);
        Parameters p = given.withScale(scale.uncertainty());
        if (p.components().isEmpty()) {
            throw new AnalysisException("There are no bands to fit. Add at least one.");
        }
        BandSpectrum.of(input, p.range(), 8);
        List<List<String>> ratios = new ArrayList<>();
        for (String ratio : p.ratios()) {
            ratios.add(BandRatios.bands(p.components(), ratio));
        }
        for (String name : p.evidence()) {
            if (!name.equals(DOUBLE_BOND)) {
                throw new AnalysisException("What a band called '" + name + "' may be mistaken for is not known; "
                        + "evidence is weighed for " + DOUBLE_BOND + ".");
            }
        }
        BandSpectrum whole = BandSpectrum.of(input, Range.ALL, 8);
        // at least six points for each band within the range
        double share = (double) BandSpectrum.of(input, p.range(), 8).x().length / whole.x().length;
        int every = p.baseline() == Parameters.Base.EARLIER_STEP ? 1
                : whole.stride((int) (6 * (p.components().size() + 2) / share));
        Curve data = Thinned.of(input, every);
        PeakFitStep.Result r = fit(data, p, p.components(), raman, progress);
        List<PeakComponent> resolved = r.components();
        BandEvidence evidence = p.evidence().isEmpty() ? null : evidence(input, r, scale, raman, progress);
        boolean unnamed = evidence != null && evidence.verdict().isWithheld();
        if (unnamed) {
            List<PeakComponent> renamed = r.components().stream().map(c -> c.name().equals(DOUBLE_BOND)
                    ? BandNames.renamed(c, UNASSIGNED) : c).toList();
            Curve curve = withBaseline(data, p);
            r = heldWhereWeak(curve, p, renamed, PeakFitStep.run(curve, settings(p, renamed, raman), progress), raman,
                    progress);
            r.outcome().measure(Measurement.withheld(DOUBLE_BOND + " position", "x_0", "cm-1",
                    evidence.verdict().reason()).about(Attribution.of(DOUBLE_BOND, Attribution.Property.POSITION)));
            r.outcome().measure(Measurement.withheld(DOUBLE_BOND + " area", "A", AreaUnit.of(input.signal().unit(),
                    input.axis().unit()).text(), evidence.verdict().reason())
                    .about(Attribution.of(DOUBLE_BOND, Attribution.Property.AREA)));
        }
        RivalModels rivals = RivalModels.of(p.baseline() == Parameters.Base.EARLIER_STEP ? null : r.fit(),
                new RivalModels.Further("further band", hints(raman).width() / 3, hints(raman).narrowest(),
                        BROAD * hints(raman).width(), "cm-1", true), progress);
        for (List<String> ratio : ratios) {
            if (!unnamed || !ratio.contains(DOUBLE_BOND)) {
                BandRatios.add(r, ratio, rivals);
            }
        }
        CarbonRemarks.add(r);
        if (evidence != null && !evidence.explanation().isEmpty()) {
            r.outcome().remark(Remark.warning(evidence.explanation()).about(unnamed ? UNASSIGNED : DOUBLE_BOND));
        }
        if (every > 1) {
            r.outcome().remark(Remark.info("Neighbouring points scatter together, as zero filling and smoothing leave "
                    + "them: every " + every + ". point is fitted, so that uncertainties hold."));
        }
        Outcome out = r.outcome().resolved(new Parameters(p.range(), List.copyOf(resolved.subList(0,
                p.components().size())), p.baseline(), p.detection(), p.ratios(),
                p.neighbours(), p.evidence(), stated)).build();
        // neighbours are no parameters of the step: there is nothing to drag
        Set<String> neighbours = resolved.stream().skip(p.components().size()).map(PeakComponent::name)
                .collect(Collectors.toSet());
        out = out.withHandles(out.handles().stream().filter(h -> !neighbours.contains(h.component())).toList());
        PeakFitStep.Result fitted = r;
        out = out.withMeasurements(out.measurements().stream()
                .map(m -> BandRatios.counted(m, fitted, ratios, rivals)).toList());
        out = out.withMeasurements(out.measurements().stream().map(m -> m.evidence().map(e -> m.about(e.by(raman
                ? "Raman" : "infrared", "", species(e.component(), p.components(), raman)))).orElse(m)).toList());
        if (every > 1) {
            out = Thinned.restored(out, input);
        }
        boolean tells = r.fit() != null && r.fit().numerics().weightedResiduals().length >= TELLING;
        double together = tells ? NoiseLevel.correlationOfResiduals(r.fit().numerics().weightedResiduals(), 1)
                : whole.correlationLeft(every);
        if (whole.isCorrelated(every) && together > BandSpectrum.CORRELATED) {
            Verdict crowded = Verdict.doubtful(String.format(Locale.ROOT, "neighbouring points scatter together, and "
                    + "too few would be left to fit independent ones: its uncertainty may be %.1f times larger",
                    together));
            out = out.withMeasurements(out.measurements().stream().map(m -> m.judged(crowded)).toList());
        }
        for (PeakComponent c : p.components()) {
            out = BandNames.judged(out, c.name(), alone(c, p.components().size(), r));
        }
        return evidence == null || unnamed ? out : BandNames.judged(out, DOUBLE_BOND, evidence.verdict());
    }

    /** Whether a band is the only one in the place it was looked for; neighbours follow those that were asked for. */
    private static Verdict alone(PeakComponent asked, int neighboursFrom, PeakFitStep.Result r) {
        Verdict v = Verdict.SOUND;
        for (int i = neighboursFrom; r.fit() != null && i < r.components().size(); i++) {
            int at = r.indexOf(r.components().get(i).name());
            double position = at < 0 ? Double.NaN : r.fit().estimate(at, "position").value();
            if (asked.position().isBounded() && position > asked.position().lower()
                    && position < asked.position().upper()) {
                v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "there is a second band in its place, near %.1f "
                        + "cm-1: which of the two it is, the fit cannot tell", position)));
            }
        }
        return v;
    }

    @Override
    public String methods(Parameters p) {
        return "Bands " + String.join(", ", p.components().stream().map(PeakComponent::name).toList())
                + " were fitted by least squares together with their baseline. " + WavenumberScale.methods(p.scale());
    }

    /** What a band is of, by its name and where it was looked for. */
    private static List<Species> species(String name, List<PeakComponent> asked, boolean raman) {
        return asked.stream().filter(c -> c.name().equals(name) && c.position().isBounded()).flatMap(c ->
                BandSpecies.of(name, raman, c.position().lower(), c.position().upper()).stream()).toList();
    }

    /** The fit, again with one neighbour more while the residuals hold one. */
    private static PeakFitStep.Result fit(Curve input, Parameters p, List<PeakComponent> components, boolean raman,
            Progress progress) throws AnalysisException {
        Curve curve = withBaseline(input, p);
        PeakFitStep.Result r = PeakFitStep.run(curve, settings(p, components, raman), progress);
        PeakHints hints = hints(raman);
        List<PeakComponent> all = components;
        while (p.neighbours() && r.fit() != null) {
            List<PeakComponent> more = FurtherComponents.withNext(all, components.size(), r.fit(),
                    hints.width(), hints.widest());
            if (more.size() == all.size()) {
                break;
            }
            PeakFitStep.Result next = PeakFitStep.run(curve, settings(p, more, raman), progress);
            if (next.fit() == null || next.fit().numerics().bic() >= r.fit().numerics().bic()) {
                break;
            }
            all = more;
            r = next;
        }
        return heldWhereWeak(curve, p, all, r, raman, progress);
    }

    /**
     * A shape that is free leaves the area of a weak band open, and with it whether it is there. Bands that are not
     * found are looked for again with their shape held halfway between Gauss and Lorentz. How much that choice matters
     * is counted in areas and limits, but is no sign of absence.
     */
    private static PeakFitStep.Result heldWhereWeak(Curve curve, Parameters p, List<PeakComponent> components,
            PeakFitStep.Result r, boolean raman, Progress progress) throws AnalysisException {
        List<String> missing = r.missing().stream().map(PeakFitStep.Missing::name).toList();
        List<PeakComponent> held = components.stream().map(c -> missing.contains(c.name()) && isFree(c)
                ? c.with("mixing", Constrained.fixed(0.5)) : c).toList();
        boolean tied = components.stream().anyMatch(c -> PeakComponent.PARAMETERS.stream()
                .anyMatch(q -> c.constraint(q).isTied()));
        if (tied || held.equals(components)) {
            return r;
        }
        PeakFitStep.Result again = PeakFitStep.run(curve, settings(p, held, raman), progress);
        Set<String> absent = again.missing().stream().map(PeakFitStep.Missing::name).collect(Collectors.toSet());
        PeakFitStep.Result counted = absent.containsAll(missing)
                ? PeakFitStep.run(curve, counting(p, held, raman), progress)
                : PeakFitStep.runKnowing(curve, counting(p, held, raman), absent, progress);
        // what was held to decide is as free as it was given where the step is run again
        List<PeakComponent> out = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            out.add(counted.components().get(i).with("mixing", isFree(components.get(i))
                    ? components.get(i).mixing() : counted.components().get(i).mixing()));
        }
        return counted.withComponents(out);
    }

    private static boolean isFree(PeakComponent c) {
        return c.shape().equals(FREE) && !c.mixing().fixed() && !c.mixing().isTied();
    }

    /** Settings under which the choice of the line shape counts as uncertainty. */
    private static PeakFitSettings counting(Parameters p, List<PeakComponent> components, boolean raman) {
        PeakFitSettings s = settings(p, components, raman);
        return new PeakFitSettings(s.range(), components, s.vary(), s.detection(), true,
                List.of(PeakShape.parse("gaussian"), PeakShape.parse("lorentzian"), LEANING), s.backgrounds(),
                s.hints(), s.digits()).onAxisOf(s.axisScale());
    }

    private static PeakHints hints(boolean raman) {
        return raman ? new PeakHints(20, 2, 250) : new PeakHints(18, 3, 150);
    }

    private static PeakFitSettings settings(Parameters p, List<PeakComponent> components, boolean raman) {
        return new PeakFitSettings(p.range(), components, p.baseline() != Parameters.Base.EARLIER_STEP, p.detection(),
                p.baseline() != Parameters.Base.EARLIER_STEP, List.of(LEANING), oneMore(p.baseline()), hints(raman), 1)
                .onAxisOf(p.scale());
    }

    /** A baseline of one degree more: what the choice of the degree is worth counts as uncertainty. */
    private static List<BackgroundModel.Kind> oneMore(Parameters.Base base) {
        return switch (base) {
            case CONSTANT -> List.of(BackgroundModel.Kind.LINEAR);
            case LINEAR -> List.of(BackgroundModel.Kind.QUADRATIC);
            case QUADRATIC -> List.of(BackgroundModel.Kind.CUBIC);
            case EARLIER_STEP -> List.of();
        };
    }

    /** What speaks for the band's name; null if there is no such band. */
    private static BandEvidence evidence(Curve input, PeakFitStep.Result r, WavenumberScale scale, boolean raman,
            Progress progress) throws AnalysisException {
        int i = r.indexOf(DOUBLE_BOND);
        if (i < 0) {
            return null;
        }
        PeakFit fit = r.fit();
        double position = fit.estimate(i, "position").value();
        Constrained allowed = fit.components().get(i).position();
        if (allowed.isBounded() && Math.min(position - allowed.lower(), allowed.upper() - position) < AT_END) {
            return BandEvidence.outside(position);
        }
        return BandEvidence.ofDoubleBond(BandSpectrum.of(input, Range.ALL, 8), raman, position,
                scale.with(r.uncertainty(i, "position")), fit.estimate(i, "fwhm").value(), r.uncertainty(i, "fwhm"),
                fit.height(i).value(), progress);
    }

    /** The curve with a straight line between the range's ends as start, and the form to refine. */
    private static Curve withBaseline(Curve input, Parameters p) {
        BackgroundModel.Kind kind = switch (p.baseline()) {
            case CONSTANT -> BackgroundModel.Kind.CONSTANT;
            case LINEAR -> BackgroundModel.Kind.LINEAR;
            case QUADRATIC -> BackgroundModel.Kind.QUADRATIC;
            case EARLIER_STEP -> null;
        };
        if (kind == null) {
            return input;
        }
        double[] x = input.axis().values();
        double[] y = input.signal().values();
        int from = 0;
        int to = x.length - 1;
        while (!p.range().isAll() && from < to && x[from] < p.range().from()) {
            from++;
        }
        while (!p.range().isAll() && to > from && x[to] > p.range().to()) {
            to--;
        }
        double[] base = new double[x.length];
        Arrays.fill(base, Double.NaN);
        double a = y[from];
        double b = y[to];
        for (int i = from; i <= to; i++) {
            base[i] = a + (b - a) * (x[i] - x[from]) / Math.max(1e-12, x[to] - x[from]);
        }
        Curve bare = input.withHeader(input.header().without(Background.class).without(BackgroundModel.class));
        return bare.with(new Background("Line between the ends", base, null))
                .with(new BackgroundModel(kind, x[from], x[to]));
    }
}
