package org.interphase.technique.porosimetry.intrusion;

/**
 * The area of pores of any shape from the work done to fill them, A = integral of p dV / (gamma |cos theta|)
 * (H. M. Rootare, C. F. Prenzlow, J. Phys. Chem. 71 (1967) 2733-2736, doi:10.1021/j100867a057), with the pressure in
 * the middle of each step.
 *
 * @param cumulated area up to each point, in m2/g (in m2 per 0.01 cm3 of bulk volume where volumes are per cent)
 * @param uncertainty standard uncertainty of the total without those of the law and the scale: readings, blank, and
 *     where in a step the mercury went in
 * @param stepUncertainty the part of it that steps leave
 */
public record PoreArea(double[] cumulated, double uncertainty, double stepUncertainty) {

    /** m2 in (Pa cm3)/(N/m). */
    private static final double CUBIC_CENTIMETRE = 1e-6;

    /** The area of an intrusion. */
    public static PoreArea of(Intrusion in) {
        int n = in.size();
        double[] p = in.pressure();
        double[] v = in.volume();
        double k = CUBIC_CENTIMETRE / in.law().wetting();
        double[] a = new double[n];
        double steps = 0;
        double even = 0;
        double readings = 0;
        double reading = in.reading() * k;
        for (int i = 1; i < n; i++) {
            double dv = v[i] - v[i - 1];
            double middle = (p[i] + p[i - 1]) / 2;
            a[i] = a[i - 1] + k * middle * dv;
            double wide = k * (p[i] - p[i - 1]) * dv;
            steps += wide * wide / 12;
            // volume that grows evenly with log p in every step enters at the logarithmic mean of the pressures
            even += k * dv * ((p[i] - p[i - 1]) / Math.log(p[i] / p[i - 1]) - middle);
            double next = i + 1 < n ? (p[i + 1] + p[i]) / 2 : 0;
            readings += Math.pow((middle - next) * reading, 2);
        }
        readings += Math.pow((p[1] + p[0]) / 2 * reading, 2);
        double blank = k * in.blank() * p[n - 1] / 2;
        double step = Math.sqrt(steps + even * even);
        return new PoreArea(a, Math.sqrt(step * step + readings + blank * blank), step);
    }

    /** Total area. */
    public double total() {
        return cumulated[cumulated.length - 1];
    }
}
