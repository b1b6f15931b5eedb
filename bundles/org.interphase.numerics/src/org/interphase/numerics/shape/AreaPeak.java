package org.interphase.numerics.shape;

import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * A line shape whose second parameter is its area over the whole axis instead of its height: {@code centre, area, fwhm,
 * extras...}. So areas can be bounded and tied, and their uncertainty comes straight from the fit.
 *
 * @param shape the shape; evaluating it with extras for which the area diverges gives NaN, so that the fit rejects them
 */
public record AreaPeak(LineShape shape) implements Component {

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> list = new ArrayList<>(shape.parameters());
        list.set(LineShape.HEIGHT, ParameterSpec.free("area", 1));
        return List.copyOf(list);
    }

    @Override
    public Term on(double[] x) {
        int count = parameters().size();
        return new AreaTerm(shape, shape.on(x), count, x.length);
    }

    private static final class AreaTerm implements Term {
        private final UnitArea unitArea;
        private final Term term;
        private final int n;
        private final double[] inner;
        private final double[] gradient;
        private final double[][] view;

        AreaTerm(LineShape shape, Term term, int count, int n) {
            this.term = term;
            // one that has normalised the profile for its values need not do so again
            unitArea = term instanceof UnitArea own ? own : new UnitArea() {
                @Override
                public double unitArea(double[] p, int at) {
                    return shape.unitArea(p, at);
                }

                @Override
                public void unitAreaGradient(double[] p, int at, double[] out) {
                    shape.unitAreaGradient(p, at, out);
                }
            };
            this.n = n;
            inner = new double[count];
            gradient = new double[count - LineShape.EXTRAS];
            view = new double[count][];
        }

        private double toHeight(double[] p, int at) {
            System.arraycopy(p, at, inner, 0, inner.length);
            double unit = unitArea.unitArea(p, at + LineShape.EXTRAS);
            double perArea = Double.isFinite(unit) ? 1 / (p[at + LineShape.FWHM] * unit) : Double.NaN;
            inner[LineShape.HEIGHT] = p[at + LineShape.HEIGHT] * perArea;
            return perArea;
        }

        @Override
        public void addValues(double[] p, int at, double[] f) {
            toHeight(p, at);
            term.addValues(inner, 0, f);
        }

        @Override
        public void columns(double[] p, int at, double[] scale, double[][] columns) {
            double perArea = toHeight(p, at);
            System.arraycopy(columns, at, view, 0, view.length);
            term.columns(inner, 0, scale, view);
            double height = inner[LineShape.HEIGHT];
            double[] dHeight = view[LineShape.HEIGHT];
            subtract(height / p[at + LineShape.FWHM], dHeight, view[LineShape.FWHM]);
            if (gradient.length > 0) {
                double unit = unitArea.unitArea(p, at + LineShape.EXTRAS);
                unitArea.unitAreaGradient(p, at + LineShape.EXTRAS, gradient);
                for (int k = 0; k < gradient.length; k++) {
                    subtract(height * gradient[k] / unit, dHeight, view[LineShape.EXTRAS + k]);
                }
            }
            for (int i = 0; i < n; i++) {
                dHeight[i] *= perArea;
            }
        }

        private void subtract(double factor, double[] from, double[] column) {
            for (int i = 0; i < n; i++) {
                column[i] -= factor * from[i];
            }
        }
    }
}
