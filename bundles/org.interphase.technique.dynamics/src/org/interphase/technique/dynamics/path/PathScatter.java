package org.interphase.technique.dynamics.path;

import org.interphase.numerics.linear.Student;

/** How far energies of images are off what their neighbours or the forces foretell. */
final class PathScatter {

    /** Images next to a place that foretell it. */
    private static final int NEXT = 5;

    /** Most that few images widen the scatter: on short paths the bend of the path is most of it. */
    private static final double MOST_WIDENED = 1.5;

    private PathScatter() {
    }

    /**
     * Standard deviation of an energy about the polynomial through the images next to it, each difference over what the
     * weights of the polynomial make of independent noise; widened, as few images tell it (Student).
     */
    static double ofEnergies(ReactionPath p) {
        double sum = 0;
        int n = p.images();
        for (int k = 1; k < n - 1; k++) {
            double[] s = leave(p.position(), k);
            double[] e = leave(p.energy(), k);
            double[] w = weights(s, p.position()[k]);
            double difference = -p.energy()[k];
            double noise = 1;
            for (int i = 0; i < w.length; i++) {
                difference += w[i] * e[i];
                noise += w[i] * w[i];
            }
            sum += difference * difference / noise;
        }
        return Math.sqrt(sum / (n - 2)) * Math.min(MOST_WIDENED, Student.widening(Math.max(1, n - NEXT)));
    }

    /**
     * Standard deviation of an energy about what forces say: the difference of the energies of every other image
     * against the integral of the parabola through the three forces.
     */
    static double ofForces(ReactionPath p) {
        double sum = 0;
        int n = p.images();
        double[] s = p.position();
        double[] f = p.force();
        for (int k = 1; k < n - 1; k++) {
            double a = s[k] - s[k - 1];
            double b = s[k + 1] - s[k];
            double h = a + b;
            double integral = h / 6 * ((2 - b / a) * f[k - 1] + h * h / (a * b) * f[k] + (2 - a / b) * f[k + 1]);
            double difference = p.energy()[k + 1] - p.energy()[k - 1] + integral;
            sum += difference * difference / 2;
        }
        return Math.sqrt(sum / (n - 2));
    }

    /** How far the curve of energies and forces misses images near the top that are left out. */
    static double left(ReactionPath p) {
        double sum = 0;
        int count = 0;
        int top = p.highest();
        for (int k = Math.max(1, top - 1); k <= Math.min(p.images() - 2, top + 1); k++) {
            PathCurve c = PathCurve.ofForces(leave(p.position(), k), leave(p.energy(), k), leave(p.force(), k));
            double miss = c.at(p.position()[k]) - p.energy()[k];
            sum += miss * miss;
            count++;
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /** Weights of the polynomial through the points next to a place, at that place (Lagrange); 0 for the others. */
    private static double[] weights(double[] s, double x) {
        int n = Math.min(NEXT, s.length);
        int from = 0;
        while (from + n < s.length && Math.abs(s[from + n] - x) < Math.abs(s[from] - x)) {
            from++;
        }
        double[] out = new double[s.length];
        for (int i = from; i < from + n; i++) {
            out[i] = 1;
            for (int j = from; j < from + n; j++) {
                out[i] *= i == j ? 1 : (x - s[j]) / (s[i] - s[j]);
            }
        }
        return out;
    }

    private static double[] leave(double[] v, int index) {
        double[] out = new double[v.length - 1];
        System.arraycopy(v, 0, out, 0, index);
        System.arraycopy(v, index + 1, out, index, out.length - index);
        return out;
    }
}
