package org.interphase.technique.porosimetry.sorption;

/**
 * Cylinders whose filling or emptying makes a branch, step by step from the widest on (E. P. Barrett, L. G. Joyner,
 * P. P. Halenda, J. Am. Chem. Soc. 73 (1951) 373-380, doi:10.1021/ja01145a126). In a step from p to p' the pores of
 * mean radius r lose their cores, ((r - t')/r)^2 of their volume, while the film on the walls of all wider ones thins
 * from t to t', by ((r_j - t')^2 - (r_j - t)^2)/r_j^2 of theirs: exact for cylinders, where the authors took one ratio
 * of core to pore for all.
 *
 * @param edge pore radii in nm at the pressures, falling
 * @param radius mean radius in each step
 * @param volume of the pores in each step, in cm3/g
 * @param film thickness at the pressures in nm
 * @param left cm3/g of what is adsorbed at the lowest pressure beyond the film on the walls of these pores
 */
public record BjhPores(double[] edge, double[] radius, double[] volume, double[] film, double left) {

    /** m2 in a cm3 over a nm. */
    private static final double AREA = 1e3;

    /** Where the mean radius of a step lies between its edges, and what else is varied. */
    record Terms(double kelvin, double blend, double saturation, double open, double[] place, double[] noise) {

        static Terms nominal(int points) {
            double[] half = new double[points];
            java.util.Arrays.fill(half, 0.5);
            return new Terms(1, 0, 1, 0, half, new double[points]);
        }
    }

    /** The pores of a branch. */
    public static BjhPores of(SorptionBranch b, Thickness thickness) {
        return of(b, thickness, Terms.nominal(b.size()));
    }

    static BjhPores of(SorptionBranch b, Thickness thickness, Terms terms) {
        int n = b.size();
        Kelvin kelvin = b.kelvin().scaled(terms.kelvin);
        double[] t = new double[n];
        double[] edge = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            // the saturation pressure makes all relative pressures wrong alike
            double p = Math.min(b.pressure()[i] * terms.saturation, (1 + b.pressure()[i]) / 2);
            t[i] = (1 - terms.blend) * thickness.at(p) + terms.blend * thickness.other().at(p);
            edge[i] = kelvin.core(p) + t[i];
            v[i] = b.volume()[i] * (1 + terms.noise[i]) - terms.open * t[i] / AREA;
        }
        double[] radius = new double[n - 1];
        double[] volume = new double[n - 1];
        for (int i = 0; i + 1 < n; i++) {
            double thinned = 0;
            for (int j = 0; j < i; j++) {
                thinned += volume[j] * (square((radius[j] - t[i + 1]) / radius[j]) - square((radius[j] - t[i])
                        / radius[j]));
            }
            radius[i] = edge[i + 1] + terms.place[i] * (edge[i] - edge[i + 1]);
            volume[i] = (v[i] - v[i + 1] - thinned) * square(radius[i] / (radius[i] - t[i + 1]));
        }
        double left = v[n - 1];
        for (int j = 0; j + 1 < n; j++) {
            left -= volume[j] * (1 - square((radius[j] - t[n - 1]) / radius[j]));
        }
        return new BjhPores(edge, radius, volume, t, left);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Volume of all pores in cm3/g. */
    public double total() {
        double sum = 0;
        for (double v : volume) {
            sum += v;
        }
        return sum;
    }

    /** Area of the walls in m2/g, 2V/r of cylinders. */
    public double area() {
        double sum = 0;
        for (int i = 0; i < volume.length; i++) {
            sum += 2 * volume[i] / radius[i];
        }
        return AREA * sum;
    }

    /** Mean diameter 4V/A in nm. */
    public double mean() {
        return 4 * AREA * total() / area();
    }

    /** Diameter in nm above which half of the volume lies. */
    public double median() {
        double half = total() / 2;
        double sum = 0;
        for (int i = 0; i < volume.length; i++) {
            if (sum + volume[i] >= half && volume[i] > 0) {
                double f = (half - sum) / volume[i];
                return 2 * edge[i] * Math.pow(edge[i + 1] / edge[i], f);
            }
            sum += volume[i];
        }
        return Double.NaN;
    }

    /** Slope in m2/g of the film on the walls of these pores over its thickness, at the lowest pressure. */
    double walls() {
        double least = film[film.length - 1];
        double walls = 0;
        for (int i = 0; i < volume.length; i++) {
            walls += 2 * AREA * volume[i] * (radius[i] - least) / (radius[i] * radius[i]);
        }
        return walls;
    }

    /** cm3/g by which a film on an area in m2/g thins from the highest pressure to the lowest. */
    double filmOn(double open) {
        return open * (film[0] - film[film.length - 1]) / AREA;
    }

    /** Part of the volume that has its steps between two relative pressures of a branch. */
    double share(SorptionBranch b, double low, double high) {
        double sum = 0;
        for (int i = 0; i < volume.length; i++) {
            double top = b.pressure()[i];
            double bottom = b.pressure()[i + 1];
            double both = Math.min(top, high) - Math.max(bottom, low);
            sum += both > 0 ? volume[i] * both / (top - bottom) : 0;
        }
        return sum / total();
    }
}
