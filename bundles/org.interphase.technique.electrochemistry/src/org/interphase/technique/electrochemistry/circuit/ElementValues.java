package org.interphase.technique.electrochemistry.circuit;

/**
 * Work space an element writes its impedance (or admittance) and the derivatives to, one array per part so that loops
 * over frequencies run on columns. Used again for every evaluation.
 */
public final class ElementValues {

    private final double[] re;
    private final double[] im;
    private final double[][] dRe;
    private final double[][] dIm;
    private boolean derivatives = true;

    /** Space for a number of frequencies and parameters. */
    public ElementValues(int frequencies, int parameters) {
        re = new double[frequencies];
        im = new double[frequencies];
        dRe = new double[parameters][frequencies];
        dIm = new double[parameters][frequencies];
    }

    /** Real part at each frequency. */
    public double[] re() {
        return re;
    }

    /** Imaginary part at each frequency. */
    public double[] im() {
        return im;
    }

    /** Derivative of the real part by a parameter at each frequency. */
    public double[] dRe(int parameter) {
        return dRe[parameter];
    }

    /** Derivative of the imaginary part by a parameter at each frequency. */
    public double[] dIm(int parameter) {
        return dIm[parameter];
    }

    /** Whether derivatives are wanted; an element may leave them unwritten if not. */
    public boolean derivatives() {
        return derivatives;
    }

    /** Says whether derivatives are wanted. */
    public void wantDerivatives(boolean wanted) {
        derivatives = wanted;
    }

    /** Turns impedance into admittance or back: v becomes 1/v, each derivative dv becomes -dv/v². */
    public void invert() {
        invert(re, im, derivatives ? dRe : new double[0][], dIm);
    }

    /**
     * Inverts a complex column in place and carries derivatives along.
     *
     * @param re real parts
     * @param im imaginary parts
     * @param dRe derivatives of the real parts, a column per parameter
     * @param dIm derivatives of the imaginary parts
     */
    public static void invert(double[] re, double[] im, double[][] dRe, double[][] dIm) {
        int n = re.length;
        for (int i = 0; i < n; i++) {
            double scale = 1 / (re[i] * re[i] + im[i] * im[i]);
            re[i] = re[i] * scale;
            im[i] = -im[i] * scale;
        }
        for (int k = 0; k < dRe.length; k++) {
            double[] a = dRe[k];
            double[] b = dIm[k];
            for (int i = 0; i < n; i++) {
                double sr = im[i] * im[i] - re[i] * re[i];
                double si = -2 * re[i] * im[i];
                double x = a[i];
                a[i] = x * sr - b[i] * si;
                b[i] = x * si + b[i] * sr;
            }
        }
    }
}
