package org.interphase.technique.vibrational.bands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.interphase.numerics.signal.NoiseLevel;

/**
 * Finds where bands may be: maxima, over position and width, of the spectrum's response to a wavelet with the shape
 * of a negative second derivative of a Gaussian, divided by what noise alone gives. The wavelet does not see a
 * baseline that is straight over its width (du, Kibbe and Lin, Bioinformatics 22 (2006) 2059, use the same wavelet).
 */
final class BandCandidates {

    /** Half width of the wavelet in multiples of its scale. */
    private static final double REACH = 4;
    private static final double STEP = Math.pow(2, 1.0 / 3);

    /**
     * A candidate.
     *
     * @param index of the maximum
     * @param scale standard deviation of a Gaussian band, in points
     * @param significance response over what noise gives
     * @param height height of a Gaussian band with that response
     */
    record Candidate(int index, double scale, double significance, double height) {
    }

    /** Response over noise and as height of a band, for one scale. */
    private record Response(double[] significance, double[] height) {
    }

    private BandCandidates() {
    }

    /**
     * Candidates, strongest first.
     *
     * @param y spectrum
     * @param noise its noise
     * @param largestScale largest standard deviation of a band in points
     * @param threshold least response over noise
     */
    static List<Candidate> find(double[] y, NoiseLevel noise, double largestScale, double threshold) {
        List<Response> responses = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        for (double s = 1; s <= Math.max(1, largestScale); s *= STEP) {
            responses.add(response(y, noise, s));
            scales.add(s);
        }
        List<Candidate> out = new ArrayList<>();
        for (int k = 0; k < scales.size(); k++) {
            double[] r = responses.get(k).significance();
            for (int i = 1; i < r.length - 1; i++) {
                if (r[i] >= threshold && r[i] >= r[i - 1] && r[i] > r[i + 1] && isTop(responses, k, i)) {
                    out.add(new Candidate(i, scales.get(k), r[i], responses.get(k).height()[i]));
                }
            }
        }
        out.sort(Comparator.comparingDouble(Candidate::significance).reversed());
        return out;
    }

    /** Whether no neighbour in position has a stronger response one scale up or down. */
    private static boolean isTop(List<Response> responses, int k, int i) {
        double here = responses.get(k).significance()[i];
        for (int other = k - 1; other <= k + 1; other += 2) {
            if (other < 0 || other >= responses.size()) {
                continue;
            }
            double[] r = responses.get(other).significance();
            for (int j = Math.max(0, i - 1); j <= Math.min(r.length - 1, i + 1); j++) {
                if (r[j] > here) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Response response(double[] y, NoiseLevel noise, double scale) {
        int n = y.length;
        int half = (int) Math.ceil(REACH * scale);
        double[] wavelet = wavelet(scale, half);
        double inflate = scale > 1.5 ? noise.correlation() : 1 + (noise.correlation() - 1) * 0.5;
        double[] sigma = noise.sigma();
        double unit = 0;
        for (int k = -half; k <= half; k++) {
            unit += wavelet[k + half] * Math.exp(-0.5 * k * k / (scale * scale));
        }
        double[] out = new double[n];
        double[] height = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double variance = 0;
            for (int k = -half; k <= half; k++) {
                // mirrored at the ends about the end point's value, so that a slope makes no response there
                int j = i + k;
                double v = j < 0 ? 2 * y[0] - y[Math.min(n - 1, -j)]
                        : j >= n ? 2 * y[n - 1] - y[Math.max(0, 2 * n - 2 - j)] : y[j];
                double s = sigma[Math.min(n - 1, Math.max(0, j))];
                double w = wavelet[k + half];
                sum += w * v;
                variance += w * w * s * s;
            }
            out[i] = sum / (inflate * Math.sqrt(variance));
            height[i] = sum / unit;
        }
        return new Response(out, height);
    }

    /** (1 - t^2) exp(-t^2 / 2) at t = k / scale, made orthogonal to constants exactly. */
    private static double[] wavelet(double scale, int half) {
        double[] w = new double[2 * half + 1];
        double sum = 0;
        double norm = 0;
        for (int k = -half; k <= half; k++) {
            double t = k / scale;
            w[k + half] = (1 - t * t) * Math.exp(-t * t / 2);
            sum += w[k + half];
            norm += Math.exp(-t * t / 2);
        }
        for (int k = -half; k <= half; k++) {
            double t = k / scale;
            w[k + half] -= sum / norm * Math.exp(-t * t / 2);
        }
        return w;
    }
}
