package org.interphase.technique.vibrational.bands;

import org.interphase.numerics.fit.FitResult;

/**
 * Where a fitted group of overlapping bands has its maxima. Overlapping bands pull each other's centres; what an
 * analyst reads off and tables list is the maximum of the sum.
 */
final class BandMaxima {

    private static final double LN2 = Math.log(2);

    private final FitResult fit;
    private final int bands;
    private final double[] values;

    BandMaxima(FitResult fit, int bands) {
        this.fit = fit;
        this.bands = bands;
        this.values = fit.values();
    }

    /** Position of the maximum that belongs to a band; NaN if the band is only a shoulder of another. */
    double position(int band) {
        double centre = parameter(values, band, "centre");
        double width = parameter(values, band, "fwhm");
        double top = climb(values, centre, width);
        if (Math.abs(top - centre) > 0.5 * width) {
            return Double.NaN;
        }
        // the maximum belongs to the band that contributes most there
        double own = value(values, band, top);
        for (int other = 0; other < bands; other++) {
            if (other != band && value(values, other, top) > own) {
                return Double.NaN;
            }
        }
        return top;
    }

    /** Standard uncertainty of {@link #position} from the covariance of all parameters, by finite differences. */
    double uncertainty(int band) {
        double centre = parameter(values, band, "centre");
        double width = parameter(values, band, "fwhm");
        double[] gradient = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            double h = 0.05 * fit.uncertainty(j);
            if (h > 0 && Double.isFinite(h)) {
                double[] up = values.clone();
                double[] down = values.clone();
                up[j] += h;
                down[j] -= h;
                gradient[j] = (climb(up, centre, width) - climb(down, centre, width)) / (2 * h);
            }
        }
        return fit.propagate(gradient);
    }

    private double parameter(double[] p, int band, String name) {
        return p[fit.parameters().indexOf("b" + band + "." + name)];
    }

    /** Uphill from a point by golden steps along the sum of the bands, then Newton refinement. */
    private double climb(double[] p, double from, double width) {
        double at = from;
        double step = width / 50;
        for (int i = 0; i < 200; i++) {
            double here = sum(p, at);
            if (sum(p, at + step) > here) {
                at += step;
            } else if (sum(p, at - step) > here) {
                at -= step;
            } else {
                break;
            }
        }
        for (int i = 0; i < 20; i++) {
            double h = width * 1e-3;
            double a = sum(p, at - h);
            double b = sum(p, at);
            double c = sum(p, at + h);
            double curvature = a - 2 * b + c;
            if (!(curvature < 0)) {
                break;
            }
            double move = 0.5 * h * (a - c) / curvature;
            at += Math.max(-step, Math.min(step, move));
            if (Math.abs(move) < 1e-9 * width) {
                break;
            }
        }
        return at;
    }

    private double sum(double[] p, double x) {
        double sum = 0;
        for (int i = 0; i < bands; i++) {
            sum += value(p, i, x);
        }
        return sum;
    }

    private double value(double[] p, int band, double x) {
        double t = 2 * (x - parameter(p, band, "centre")) / parameter(p, band, "fwhm");
        double m = parameter(p, band, "mixing");
        return parameter(p, band, "height") * (m / (1 + t * t) + (1 - m) * Math.exp(-LN2 * t * t));
    }
}
