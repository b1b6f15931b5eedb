package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Brings a profile u(t; k), whatever its natural variable, to centre, height and full width at half maximum:
 * {@code f(x) = h u(t_m + W (x - c) / w; k) / u(t_m; k)}, t_m the position of the maximum and W the width of u. Its
 * derivatives follow from those of u and of t_m, u(t_m) and W.
 */
abstract class NormalisedShape implements LineShape {

    private final String id;
    private final List<ParameterSpec> extras;
    private final Profile profile;
    private final int direction;

    /**
     * A shape.
     *
     * @param towardsHigher whether the profile's positive side points to larger x
     */
    NormalisedShape(String id, List<ParameterSpec> extras, Profile profile, boolean towardsHigher) {
        this.id = id;
        this.extras = List.copyOf(extras);
        this.profile = profile;
        direction = towardsHigher ? 1 : -1;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final List<ParameterSpec> extras() {
        return extras;
    }

    @Override
    public final double unitArea(double[] p, int at) {
        ShapeNorm norm = new ShapeNorm(profile);
        norm.update(p, at);
        return profile.area(norm.extras()) / (norm.top * norm.width);
    }

    @Override
    public final void unitAreaGradient(double[] p, int at, double[] gradient) {
        ShapeNorm norm = new ShapeNorm(profile);
        norm.update(p, at);
        unitAreaGradient(norm, profile.area(norm.extras()), gradient);
    }

    private void unitAreaGradient(ShapeNorm norm, double area, double[] gradient) {
        profile.areaGradient(norm.extras(), gradient);
        double unit = area / (norm.top * norm.width);
        for (int j = 0; j < extras.size(); j++) {
            gradient[j] = unit * (gradient[j] / area - norm.dTop[j] / norm.top - norm.dWidth[j] / norm.width);
        }
    }

    /**
     * Abscissa at which the natural variable of the formula is zero: the resonance of a Fano line, the E0 of Doniach
     * and Sunjic, the Gaussian's centre of an exponentially modified one.
     *
     * @param p array that holds this shape's parameters (centre, height, fwhm, extras)
     * @param at position of the centre
     */
    public final double naturalOrigin(double[] p, int at) {
        return p[at] - direction * naturalOffset(p, at) * naturalScale(p, at);
    }

    private double naturalOffset(double[] p, int at) {
        ShapeNorm norm = new ShapeNorm(profile);
        norm.update(p, at + EXTRAS);
        return norm.mode;
    }

    /** Abscissa length of one unit of the natural variable, documented by each shape. */
    public final double naturalScale(double[] p, int at) {
        ShapeNorm norm = new ShapeNorm(profile);
        norm.update(p, at + EXTRAS);
        return p[at + FWHM] / norm.width;
    }

    @Override
    public final Term on(double[] x) {
        return new NormalisedTerm(x);
    }

    private final class NormalisedTerm implements Term, UnitArea {
        private final double[] x;
        private final ShapeNorm norm = new ShapeNorm(profile);
        private final double[] out = new double[profile.extras() + 2];
        private final double[] kept = new double[profile.extras()];
        private double area;
        private int areaOf;
        private int gradientOf;
        private final double[] profiles;
        private int profileOf;
        private double centre;
        private double fwhm;

        NormalisedTerm(double[] x) {
            this.x = x;
            profiles = new double[x.length * out.length];
        }

        private double area() {
            if (areaOf != norm.version()) {
                area = profile.area(norm.extras());
                areaOf = norm.version();
            }
            return area;
        }

        @Override
        public double unitArea(double[] p, int at) {
            norm.update(p, at);
            return area() / (norm.top * norm.width);
        }

        @Override
        public void unitAreaGradient(double[] p, int at, double[] gradient) {
            norm.update(p, at);
            if (gradientOf != norm.version()) {
                NormalisedShape.this.unitAreaGradient(norm, area(), kept);
                gradientOf = norm.version();
            }
            System.arraycopy(kept, 0, gradient, 0, kept.length);
        }

        /** The profile at the abscissae, kept from values to columns. */
        private void evaluate(double[] p, int at) {
            norm.update(p, at + EXTRAS);
            if (profileOf == norm.version() && centre == p[at] && fwhm == p[at + FWHM]) {
                return;
            }
            profileOf = norm.version();
            centre = p[at];
            fwhm = p[at + FWHM];
            double factor = direction * norm.width / fwhm;
            for (int i = 0; i < x.length; i++) {
                profile.at(norm.mode + factor * (x[i] - centre), norm.extras(), out);
                System.arraycopy(out, 0, profiles, i * out.length, out.length);
            }
        }

        @Override
        public void addValues(double[] p, int at, double[] f) {
            evaluate(p, at);
            double height = p[at + HEIGHT] / norm.top;
            for (int i = 0; i < x.length; i++) {
                f[i] += height * profiles[i * out.length];
            }
        }

        @Override
        public void columns(double[] p, int at, double[] scale, double[][] columns) {
            evaluate(p, at);
            double width = p[at + FWHM];
            double factor = direction * norm.width / width;
            double height = p[at + HEIGHT] / norm.top;
            int m = extras.size();
            for (int i = 0; i < x.length; i++) {
                double distance = x[i] - p[at];
                int row = i * out.length;
                double u = profiles[row];
                double slope = height * profiles[row + 1] * scale[i];
                columns[at][i] = -slope * factor;
                columns[at + HEIGHT][i] = u / norm.top * scale[i];
                columns[at + FWHM][i] = -slope * factor * distance / width;
                for (int j = 0; j < m; j++) {
                    double moved = norm.dMode[j] + direction * norm.dWidth[j] * distance / width;
                    columns[at + EXTRAS + j][i] = slope * moved
                            + height * (profiles[row + 2 + j] - u * norm.dTop[j] / norm.top) * scale[i];
                }
            }
        }
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof NormalisedShape shape && shape.id.equals(id) && shape.direction == direction;
    }

    @Override
    public final int hashCode() {
        return id.hashCode() + direction;
    }

    @Override
    public final String toString() {
        return id;
    }
}
