package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.ParameterSpec;
import org.interphase.numerics.shape.AreaPeak;
import org.interphase.numerics.shape.LineShape;

/**
 * Two lines of one shape and width: the stronger at {@code centre} with {@code area}, the weaker at
 * {@code centre + splitting} with {@code ratio * area}. Parameters: those of {@link AreaPeak}, then splitting, ratio.
 */
record DoubletPeak(LineShape shape) implements Component {

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> list = new ArrayList<>(new AreaPeak(shape).parameters());
        list.add(ParameterSpec.free("splitting", 1));
        list.add(ParameterSpec.between("ratio", 0.5, 0, Double.POSITIVE_INFINITY));
        return List.copyOf(list);
    }

    @Override
    public Term on(double[] x) {
        AreaPeak single = new AreaPeak(shape);
        return new DoubletTerm(single.on(x), single.on(x), single.parameters().size(), x.length);
    }

    private static final class DoubletTerm implements Term {
        private final Term strong;
        private final Term weak;
        private final int count;
        private final double[] partner;
        private final double[][] view;

        DoubletTerm(Term strong, Term weak, int count, int n) {
            this.strong = strong;
            this.weak = weak;
            this.count = count;
            partner = new double[count];
            view = new double[count][n];
        }

        @Override
        public void addValues(double[] p, int at, double[] f) {
            strong.addValues(p, at, f);
            System.arraycopy(p, at, partner, 0, count);
            partner[LineShape.CENTRE] += p[at + count];
            partner[LineShape.HEIGHT] *= p[at + count + 1];
            weak.addValues(partner, 0, f);
        }

        @Override
        public void columns(double[] p, int at, double[] scale, double[][] columns) {
            strong.columns(p, at, scale, columns);
            weak.columns(partner, 0, scale, view);
            double area = p[at + LineShape.HEIGHT];
            double ratio = p[at + count + 1];
            int n = columns[at].length;
            double[] bySplitting = columns[at + count];
            double[] byRatio = columns[at + count + 1];
            for (int i = 0; i < n; i++) {
                bySplitting[i] = view[LineShape.CENTRE][i];
                byRatio[i] = area * view[LineShape.HEIGHT][i];
            }
            for (int k = 0; k < count; k++) {
                double factor = k == LineShape.HEIGHT ? ratio : 1;
                double[] target = columns[at + k];
                double[] more = view[k];
                for (int i = 0; i < n; i++) {
                    target[i] += factor * more[i];
                }
            }
        }
    }
}
