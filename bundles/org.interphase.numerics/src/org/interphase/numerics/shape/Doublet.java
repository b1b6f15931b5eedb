package org.interphase.numerics.shape;

import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * Two lines of one shape, such as a spin-orbit doublet: the parameters of the main line as given by {@code main} (a
 * {@link LineShape} or an {@link AreaPeak}; second parameter its height or its area), then {@code splitting} (centre of
 * the second minus centre of the main), {@code areaRatio} (area of the second over that of the main) and {@code
 * widthRatio} (width of the second over that of the main). Shape parameters are shared, so the area ratio has a meaning
 * even where areas are infinite.
 *
 * @param main the main line
 */
public record Doublet(Component main) implements Component {

    /** Checks the kind of component. */
    public Doublet {
        if (!(main instanceof LineShape) && !(main instanceof AreaPeak)) {
            throw new IllegalArgumentException("A doublet is made of a line shape or an area peak, not of " + main);
        }
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> list = new ArrayList<>(main.parameters());
        list.add(ParameterSpec.free("splitting", 1));
        list.add(ParameterSpec.between("areaRatio", 0.5, 0, Double.POSITIVE_INFINITY));
        list.add(ParameterSpec.positive("widthRatio", 1));
        return List.copyOf(list);
    }

    @Override
    public Term on(double[] x) {
        return new DoubletTerm(main.on(x), main.on(x), main.parameters().size(), main instanceof AreaPeak, x.length);
    }

    private static final class DoubletTerm implements Term {
        private final Term first;
        private final Term second;
        private final int count;
        private final boolean byArea;
        private final int n;
        private final double[] q;
        private final double[][] columnsOfSecond;

        DoubletTerm(Term first, Term second, int count, boolean byArea, int n) {
            this.first = first;
            this.second = second;
            this.count = count;
            this.byArea = byArea;
            this.n = n;
            q = new double[count];
            columnsOfSecond = new double[count][n];
        }

        private void toSecond(double[] p, int at) {
            System.arraycopy(p, at, q, 0, count);
            double widthRatio = p[at + count + 2];
            q[LineShape.CENTRE] += p[at + count];
            q[LineShape.HEIGHT] *= p[at + count + 1] / (byArea ? 1 : widthRatio);
            q[LineShape.FWHM] *= widthRatio;
        }

        @Override
        public void addValues(double[] p, int at, double[] f) {
            first.addValues(p, at, f);
            toSecond(p, at);
            second.addValues(q, 0, f);
        }

        @Override
        public void columns(double[] p, int at, double[] scale, double[][] columns) {
            first.columns(p, at, scale, columns);
            toSecond(p, at);
            second.columns(q, 0, scale, columnsOfSecond);
            double size = p[at + LineShape.HEIGHT];
            double width = p[at + LineShape.FWHM];
            double areaRatio = p[at + count + 1];
            double widthRatio = p[at + count + 2];
            double perSize = areaRatio / (byArea ? 1 : widthRatio);
            double[] bySize = columnsOfSecond[LineShape.HEIGHT];
            double[] byWidth = columnsOfSecond[LineShape.FWHM];
            for (int i = 0; i < n; i++) {
                columns[at + count][i] = columnsOfSecond[LineShape.CENTRE][i];
                columns[at + count + 1][i] = bySize[i] * size / (byArea ? 1 : widthRatio);
                columns[at + count + 2][i] = byWidth[i] * width - (byArea ? 0
                        : bySize[i] * size * perSize / widthRatio);
                columns[at + LineShape.CENTRE][i] += columnsOfSecond[LineShape.CENTRE][i];
                columns[at + LineShape.HEIGHT][i] += bySize[i] * perSize;
                columns[at + LineShape.FWHM][i] += byWidth[i] * widthRatio;
                for (int k = LineShape.EXTRAS; k < count; k++) {
                    columns[at + k][i] += columnsOfSecond[k][i];
                }
            }
        }
    }
}
