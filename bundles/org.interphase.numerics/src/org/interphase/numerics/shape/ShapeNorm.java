package org.interphase.numerics.shape;

/**
 * Where a profile has its maximum, how high it is there, how wide at half height, and how these change with the shape
 * parameters (implicit function theorem). Recomputed only when the parameters change.
 */
final class ShapeNorm {

    private static final double STEP = 1e-4;

    double mode;
    double top;
    double width;
    final double[] dMode;
    final double[] dTop;
    final double[] dWidth;

    private final Profile profile;
    private final double[] k;
    private final double[] out;
    private final double[] other;
    private int version;

    ShapeNorm(Profile profile) {
        this.profile = profile;
        int m = profile.extras();
        k = new double[m];
        dMode = new double[m];
        dTop = new double[m];
        dWidth = new double[m];
        out = new double[m + 2];
        other = new double[m + 2];
    }

    double[] extras() {
        return k;
    }

    /** Counts how often the shape parameters have changed; 0 before the first. */
    int version() {
        return version;
    }

    void update(double[] p, int at) {
        boolean same = version > 0;
        for (int j = 0; j < k.length; j++) {
            same &= k[j] == p[at + j];
            k[j] = p[at + j];
        }
        if (same) {
            return;
        }
        version++;
        findMode();
        profile.at(mode, k, out);
        top = out[0];
        System.arraycopy(out, 2, dTop, 0, k.length);
        modeGradient();
        double left = halfPoint(-1);
        double right = halfPoint(1);
        width = right - left;
        profile.at(right, k, out);
        profile.at(left, k, other);
        for (int j = 0; j < k.length; j++) {
            dWidth[j] = (0.5 * dTop[j] - out[2 + j]) / out[1] - (0.5 * dTop[j] - other[2 + j]) / other[1];
        }
    }

    private double slope(double t) {
        profile.at(t, k, out);
        return out[1];
    }

    /** Root of the slope: bracketed around the guess, then bisected to the last digit with secant help. */
    private void findMode() {
        double guess = profile.modeGuess(k);
        double at = slope(guess);
        if (at == 0) {
            mode = guess;
            return;
        }
        double step = STEP * profile.scale(k);
        double low = guess;
        double high = guess;
        for (int i = 0; i < 200; i++) {
            double next = at > 0 ? high + step : low - step;
            double value = slope(next);
            if (at > 0) {
                high = next;
            } else {
                low = next;
            }
            if (value == 0 || value > 0 != at > 0) {
                break;
            }
            if (at > 0) {
                low = next;
            } else {
                high = next;
            }
            step *= 2;
        }
        mode = bisect(low, high, 0, true);
    }

    /** Bisection for slope = 0 (rising side left of it) or value = level, to the last digit. */
    private double bisect(double a, double b, double level, boolean ofSlope) {
        double low = a;
        double high = b;
        profile.at(low, k, out);
        boolean positive = (ofSlope ? out[1] : out[0]) > level;
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= Math.min(low, high) || middle >= Math.max(low, high)) {
                break;
            }
            profile.at(middle, k, out);
            if ((ofSlope ? out[1] : out[0]) > level == positive) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private void modeGradient() {
        double h = STEP * profile.scale(k);
        profile.at(mode + h, k, out);
        profile.at(mode - h, k, other);
        double curvature = (out[1] - other[1]) / (2 * h);
        for (int j = 0; j < k.length; j++) {
            double mixed = (out[2 + j] - other[2 + j]) / (2 * h);
            dMode[j] = curvature == 0 ? 0 : -mixed / curvature;
        }
    }

    /** Where the profile falls to half its maximum on the given side; infinite where it never does. */
    private double halfPoint(int side) {
        double step = 0.25 * profile.scale(k);
        double inside = mode;
        for (int i = 0; i < 300; i++) {
            double outside = inside + side * step;
            profile.at(outside, k, out);
            if (!(out[0] > 0.5 * top)) {
                return refine(bisectCoarse(inside, outside), 0.5 * top);
            }
            inside = outside;
            step *= 1.5;
        }
        return side * Double.POSITIVE_INFINITY;
    }

    private double[] bisectCoarse(double inside, double outside) {
        double a = inside;
        double b = outside;
        for (int i = 0; i < 12; i++) {
            double middle = 0.5 * (a + b);
            profile.at(middle, k, out);
            if (out[0] > 0.5 * top) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return new double[] {a, b};
    }

    /** Newton inside the bracket, bisection where it leaves it. */
    private double refine(double[] bracket, double level) {
        double a = bracket[0];
        double b = bracket[1];
        double t = 0.5 * (a + b);
        for (int i = 0; i < 60; i++) {
            profile.at(t, k, out);
            double excess = out[0] - level;
            if (excess > 0) {
                a = t;
            } else {
                b = t;
            }
            double next = t - excess / out[1];
            if (!(next > Math.min(a, b) && next < Math.max(a, b))) {
                next = 0.5 * (a + b);
            }
            if (Math.abs(next - t) <= 2 * Math.ulp(t)) {
                return next;
            }
            t = next;
        }
        return t;
    }
}
