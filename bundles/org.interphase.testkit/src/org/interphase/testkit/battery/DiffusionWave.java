package org.interphase.testkit.battery;

/**
 * Voltammetry of a couple in solution at a planar electrode: semi-infinite diffusion with equal diffusion coefficients
 * and Butler-Volmer kinetics, by implicit finite differences on a grid that widens from the electrode (D. Britz and J.
 * Strutwolf, Digital Simulation in Electrochemistry, 4th ed., Springer 2016). Only the reduced form is there at first.
 *
 * @param formal formal potential, V
 * @param electrons electrons of the step
 * @param area cm²
 * @param diffusion cm²/s
 * @param concentration of the reduced form, mol/cm³
 * @param rateConstant standard rate constant, cm/s; large for a reversible couple
 * @param transfer transfer coefficient of the reduction
 * @param kelvin temperature, K
 */
public record DiffusionWave(double formal, int electrons, double area, double diffusion, double concentration,
        double rateConstant, double transfer, double kelvin) {

    private static final double FARADAY = 1.602176634e-19 * 6.02214076e23;
    private static final double GAS = 1.380649e-23 * 6.02214076e23;
    /** Each cell is wider than the one before it by this factor. */
    private static final double WIDEN = 1.05;
    private static final int SUBSTEPS = 4;

    /** Faradaic current in A at potentials that follow each other in time; oxidation positive. */
    public double[] current(double[] time, double[] potential) {
        double dtMin = Double.POSITIVE_INFINITY;
        for (int k = 1; k < time.length; k++) {
            dtMin = Math.min(dtMin, (time[k] - time[k - 1]) / SUBSTEPS);
        }
        double reach = 6 * Math.sqrt(diffusion * (time[time.length - 1] - time[0]));
        double first = 0.1 * Math.sqrt(diffusion * dtMin);
        int n = (int) Math.ceil(Math.log(1 + reach / first * (WIDEN - 1)) / Math.log(WIDEN)) + 1;
        double[] gap = new double[n];
        for (int j = 0; j < n; j++) {
            gap[j] = first * Math.pow(WIDEN, j);
        }
        double[] c = new double[n + 1];
        java.util.Arrays.fill(c, concentration);
        double[] out = new double[time.length];
        for (int k = 1; k < time.length; k++) {
            for (int s = 1; s <= SUBSTEPS; s++) {
                double e = potential[k - 1] + (potential[k] - potential[k - 1]) * s / SUBSTEPS;
                out[k] = step(c, gap, (time[k] - time[k - 1]) / SUBSTEPS, e);
            }
        }
        out[0] = time.length > 1 ? 0 : Double.NaN;
        return out;
    }

    /** One implicit step of the concentrations; gives the current after it. */
    private double step(double[] c, double[] gap, double dt, double e) {
        double x = electrons * FARADAY * (e - formal) / (GAS * kelvin);
        double oxidise = rateConstant * Math.exp((1 - transfer) * x);
        double reduce = rateConstant * Math.exp(-transfer * x);
        int n = c.length - 1;
        double[] upper = new double[n];
        // D (c1 - c0) / gap = oxidise c0 - reduce (total - c0)
        double g = diffusion / gap[0];
        double diagonal = g + oxidise + reduce;
        upper[0] = -g / diagonal;
        c[0] = reduce * concentration / diagonal;
        for (int j = 1; j < n; j++) {
            double width = (gap[j - 1] + gap[j]) / 2;
            double left = diffusion * dt / (width * gap[j - 1]);
            double right = diffusion * dt / (width * gap[j]);
            double d = 1 + left + right + left * upper[j - 1];
            upper[j] = -right / d;
            c[j] = (c[j] + left * c[j - 1]) / d;
        }
        for (int j = n - 1; j >= 0; j--) {
            c[j] -= upper[j] * c[j + 1];
        }
        return electrons * FARADAY * area * diffusion * (c[1] - c[0]) / gap[0];
    }
}
