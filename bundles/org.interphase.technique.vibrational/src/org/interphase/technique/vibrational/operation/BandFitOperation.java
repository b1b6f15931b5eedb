package org.interphase.technique.vibrational.operation;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.spectra.peak.BackgroundModel;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitSettings;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.PeakHints;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.carbon.CarbonRemarks;

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
            List<String> ratios) {

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

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.fit", 1, "Band fit",
                "Fits bands of chosen shape together with a local baseline. Positions, widths and areas are free, "
                        + "bounded, held, or tied to another band. Bands that are not there get a detection limit. "
                        + "Ratios of heights and areas carry the covariance of the fit.",
                Curve.class, Parameters.class).forKinds(Kinds.RAMAN, Kinds.ABSORBANCE, Kinds.KUBELKA_MUNK);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        BandSpectrum.requireWavenumbers(input);
        if (p.components().isEmpty()) {
            throw new AnalysisException("There are no bands to fit. Add at least one.");
        }
        BandSpectrum.of(input, p.range(), 8);
        Curve curve = withBaseline(input, p);
        boolean raman = input.kind().id().equals(Kinds.RAMAN);
        PeakHints hints = raman ? new PeakHints(20, 2, 250) : new PeakHints(18, 3, 150);
        PeakFitStep.Result r = PeakFitStep.run(curve, new PeakFitSettings(p.range(), p.components(),
                p.baseline() != Parameters.Base.EARLIER_STEP, p.detection(), false, List.of(), List.of(), hints, 1),
                progress);
        for (String ratio : p.ratios()) {
            ratio(r, p, ratio);
        }
        CarbonRemarks.add(r);
        return r.outcome().resolved(new Parameters(p.range(), r.components(), p.baseline(), p.detection(),
                p.ratios())).build();
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

    private static void ratio(PeakFitStep.Result r, Parameters p, String text) throws AnalysisException {
        String[] parts = text.split("/");
        if (parts.length != 2) {
            throw new AnalysisException("'" + text + "' is no ratio; write for example D / G.");
        }
        String top = parts[0].strip();
        String bottom = parts[1].strip();
        for (String n : List.of(top, bottom)) {
            if (p.components().stream().noneMatch(c -> c.name().equals(n))) {
                throw new AnalysisException("The ratio " + text + " names '" + n + "', which is no band of the fit.");
            }
        }
        int i = r.indexOf(top);
        int j = r.indexOf(bottom);
        String name = top + "/" + bottom;
        if (i >= 0 && j >= 0) {
            PeakFit.Estimate area = r.fit().areaRatio(i, j);
            PeakFit.Estimate hi = r.fit().height(i);
            PeakFit.Estimate hj = r.fit().height(j);
            // heights of two bands are correlated about as their areas are
            double rho = r.fit().correlation(i, "area", j, "area");
            double ri = hi.uncertainty() / hi.value();
            double rj = hj.uncertainty() / hj.value();
            double h = hi.value() / hj.value();
            double u = Math.abs(h) * Math.sqrt(Math.max(0, ri * ri + rj * rj
                    - 2 * (Double.isFinite(rho) ? rho : 0) * ri * rj));
            r.outcome().measure("I(" + top + ")/I(" + bottom + ")", "", h, u, "1");
            r.outcome().measure("A(" + top + ")/A(" + bottom + ")", "", area.value(), area.uncertainty(), "1");
        } else if (j >= 0) {
            double limit = r.missing().stream().filter(m -> m.name().equals(top)).mapToDouble(m -> m.limit())
                    .findFirst().orElse(Double.NaN) / r.fit().totalArea(j).value();
            r.outcome().measure(Measurement.notDetected("A(" + top + ")/A(" + bottom + ")", "", limit, "1"));
        } else {
            r.outcome().measure(Measurement.notDetected("A(" + top + ")/A(" + bottom + ")", "", Double.NaN, "1"));
            r.outcome().remark(Remark.warning("The ratio " + name + " cannot be given: " + bottom
                    + " is not detected."));
        }
    }
}
