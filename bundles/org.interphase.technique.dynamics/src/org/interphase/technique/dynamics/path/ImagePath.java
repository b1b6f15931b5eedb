package org.interphase.technique.dynamics.path;

import java.util.List;

/**
 * Images of a path by the places of their atoms.
 *
 * @param energies energies in eV
 * @param places all coordinates of each image in angstroms
 * @param gradients dE/dx of each coordinate in eV/angstrom
 * @param free which coordinates may change
 */
public record ImagePath(double[] energies, List<double[]> places, List<double[]> gradients, boolean[] free) {

    /** Copies the lists. */
    public ImagePath {
        places = List.copyOf(places);
        gradients = List.copyOf(gradients);
    }

    /** Place of each image along the path: distances between images in the space of all coordinates, added up. */
    public double[] lengths() {
        double[] out = new double[energies.length];
        for (int k = 1; k < out.length; k++) {
            out[k] = out[k - 1] + norm(difference(k, k - 1));
        }
        return out;
    }

    /** Force along the path at each image, -dE/ds; the direction is that between the neighbours. */
    public double[] along() {
        double[] out = new double[energies.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = -dot(gradients.get(k), tangent(k));
        }
        return out;
    }

    /** Largest component of the gradient across the path at each image, of coordinates that may change. */
    public double[] across() {
        double[] out = new double[energies.length];
        for (int k = 0; k < out.length; k++) {
            double[] t = tangent(k);
            double along = dot(gradients.get(k), t);
            for (int c = 0; c < t.length; c++) {
                if (free[c]) {
                    out[k] = Math.max(out[k], Math.abs(gradients.get(k)[c] - along * t[c]));
                }
            }
        }
        return out;
    }

    private double[] tangent(int k) {
        double[] d = difference(Math.min(k + 1, energies.length - 1), Math.max(k - 1, 0));
        double norm = norm(d);
        for (int c = 0; c < d.length; c++) {
            d[c] = norm > 0 ? d[c] / norm : 0;
        }
        return d;
    }

    private double[] difference(int to, int from) {
        double[] d = places.get(to).clone();
        for (int c = 0; c < d.length; c++) {
            d[c] -= places.get(from)[c];
        }
        return d;
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }
}
