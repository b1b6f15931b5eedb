package org.interphase.technique.vibrational.operation;

import java.io.IOException;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.numerics.signal.Resample;
import org.interphase.technique.vibrational.library.ReferenceFiles;

/** Subtracts another spectrum with the factor that leaves least of it. */
public final class DifferenceOperation implements Operation<Curve, DifferenceOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Subtract", def = "", help = "File with the spectrum to subtract, for example of the "
                    + "uncoated material or the solvent.") FilePath reference,
            @Param(label = "Scale", def = "", help = "Factor on the subtracted spectrum. Automatic: the one that "
                    + "leaves least of it in the fitted range.") Double scale,
            @Param(label = "Range", unit = "cm-1", def = "all", help = "Where the factor is fitted: best a region "
                    + "where only the subtracted substance has bands.", picture = Param.Picture.X_RANGE) Range range) {
    }

    private static final int REWEIGHTS = 30;

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.difference", 1, "Difference of spectra",
                "Subtracts the spectrum of another file. The factor is found by least squares together with a straight "
                        + "baseline, reweighted so that bands only this spectrum has do not pull it (bisquare).",
                Curve.class, Parameters.class).forKinds(Kinds.RAMAN, Kinds.ABSORBANCE, Kinds.KUBELKA_MUNK);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        if (p.reference().isNone()) {
            throw new AnalysisException("There is nothing to subtract: name the file in 'Subtract'.");
        }
        Curve other = reference(input, p, progress);
        double low = Math.max(input.axis().min(), other.axis().min());
        double high = Math.min(input.axis().max(), other.axis().max());
        int from = firstAtLeast(input.axis(), low);
        int to = firstAtLeast(input.axis(), Math.nextUp(high));
        if (to - from < 8) {
            throw new AnalysisException("The two spectra have fewer than 8 points in common.");
        }
        Curve part = input.slice(from, to);
        double[] x = part.axis().values();
        double[] y = part.signal().values();
        double[] r = Resample.spline(other.axis().values(), other.signal().values(), x);
        double noise = NoiseLevel.of(y, part.signal().sigma()).typical();
        double[] fit = p.scale() != null ? new double[] {p.scale(), 0} : scale(x, y, r, p, noise);
        double[] sigma = part.signal().sigma();
        double noiseOther = NoiseLevel.of(other.signal().values(), other.signal().sigma()).typical();
        double[] u = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double own = sigma == null ? noise : sigma[i];
            u[i] = Math.sqrt(own * own + Math.pow(fit[0] * noiseOther, 2) + Math.pow(fit[1] * r[i], 2));
            y[i] -= fit[0] * r[i];
        }
        Curve result = new Curve(part.header().without(Background.class).withName(input.name() + " (difference)"),
                part.axis(), Signal.of(part.signal().quantity(), part.signal().unit(), y, u));
        double[] scaled = r.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= fit[0];
        }
        Outcome.Builder out = Outcome.builder(result)
                .measure(new Measurement("difference scale", "k", fit[0], p.scale() == null ? fit[1] : 0, Unit.ONE, "",
                        Double.NaN))
                .overlay("subtracted", new Layer.Line("Subtracted: " + p.reference(), x, scaled,
                        Style.line(Colour.MUTED, 1)));
        if (fit[0] < 0) {
            out.remark(Remark.warning("The best factor is negative: the subtracted substance is not in this "
                    + "spectrum, or baselines differ. Take baselines off both first, or set the range."));
        }
        return out.build();
    }

    private static int firstAtLeast(Axis axis, double value) {
        int i = 0;
        while (i < axis.size() && axis.get(i) < value) {
            i++;
        }
        return i;
    }

    private static Curve reference(Curve input, Parameters p, Progress progress) throws AnalysisException {
        try {
            List<Curve> all = ReferenceFiles.read(p.reference().toPath(), progress);
            return all.stream().filter(c -> c.kind().equals(input.kind())
                    && c.axis().unit().equals(input.axis().unit())).findFirst().orElseThrow(
                            () -> new AnalysisException("'" + p.reference() + "' holds no spectrum of kind "
                                    + input.kind() + " to subtract."));
        } catch (IOException e) {
            throw new AnalysisException("The spectrum to subtract cannot be read: " + e.getMessage(), e);
        }
    }

    /** Factor and its uncertainty: y = k r + a + b x by reweighted least squares, bisquare with c = 4.685. */
    private static double[] scale(double[] x, double[] y, double[] r, Parameters p, double noise)
            throws AnalysisException {
        int n = x.length;
        double[] w = new double[n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            w[i] = p.range().contains(x[i]) ? 1 : 0;
            used += (int) w[i];
        }
        if (used < 8) {
            throw new AnalysisException("Fewer than 8 points lie in the range " + p.range() + " cm-1.");
        }
        double[] base = w.clone();
        double[] k = solve(x, y, r, w);
        for (int round = 0; round < REWEIGHTS; round++) {
            double[] rest = new double[used];
            int m = 0;
            double middle = (x[0] + x[n - 1]) / 2;
            for (int i = 0; i < n; i++) {
                if (base[i] > 0) {
                    rest[m++] = Math.abs(y[i] - k[0] * r[i] - k[2] - k[3] * (x[i] - middle));
                }
            }
            java.util.Arrays.sort(rest);
            // no tighter than the noise, or a perfect fit would weigh on a few points
            double spread = Math.max(rest[m / 2] * 1.4826, noise);
            for (int i = 0; i < n; i++) {
                double t = (y[i] - k[0] * r[i] - k[2] - k[3] * (x[i] - middle)) / (4.685 * spread);
                w[i] = base[i] * (Math.abs(t) < 1 ? Math.pow(1 - t * t, 2) : 0);
            }
            double[] next = solve(x, y, r, w);
            boolean settled = Math.abs(next[0] - k[0]) < 1e-10 * Math.abs(next[0]);
            k = next;
            if (settled) {
                break;
            }
        }
        return k;
    }

    /** Weighted least squares of y = k r + a + b (x - middle): k, its uncertainty, a, b. */
    private static double[] solve(double[] x, double[] y, double[] r, double[] w) throws AnalysisException {
        int n = x.length;
        double middle = (x[0] + x[n - 1]) / 2;
        double span = (x[n - 1] - x[0]) / 2;
        double[][] a = new double[3][3];
        double[] b = new double[3];
        double size = 0;
        for (double v : r) {
            size = Math.max(size, Math.abs(v));
        }
        for (int i = 0; i < n; i++) {
            double[] f = {r[i] / size, 1, (x[i] - middle) / span};
            for (int j = 0; j < 3; j++) {
                b[j] += w[i] * f[j] * y[i];
                for (int k = 0; k < 3; k++) {
                    a[j][k] += w[i] * f[j] * f[k];
                }
            }
        }
        org.apache.commons.math3.linear.RealMatrix m = new org.apache.commons.math3.linear.Array2DRowRealMatrix(a);
        double[][] inverse;
        try {
            inverse = new org.apache.commons.math3.linear.LUDecomposition(m).getSolver().getInverse().getData();
        } catch (org.apache.commons.math3.linear.SingularMatrixException e) {
            throw new AnalysisException("The factor cannot be found: the subtracted spectrum is a straight line in "
                    + "the range. Choose another range.", e);
        }
        double[] s = new double[3];
        for (int j = 0; j < 3; j++) {
            for (int k = 0; k < 3; k++) {
                s[j] += inverse[j][k] * b[k];
            }
        }
        double squares = 0;
        double weight = 0;
        for (int i = 0; i < n; i++) {
            double d = y[i] - s[0] * r[i] / size - s[1] - s[2] * (x[i] - middle) / span;
            squares += w[i] * d * d;
            weight += w[i];
        }
        double u = Math.sqrt(Math.max(0, inverse[0][0]) * squares / Math.max(1, weight - 3)) / size;
        return new double[] {s[0] / size, u, s[1], s[2] / span};
    }
}
