package org.interphase.technique.electrochemistry.circuit.elements;

/** Complex functions that neither overflow nor lose digits where circuit elements need them. */
final class Complex {

    /** Beyond this real part the hyperbolic tangent is 1 to double precision (e^-40 = 4e-18). */
    private static final double LARGE = 20;

    private Complex() {
    }

    /**
     * tanh(x + iy) for x of any size: (sinh 2x + i sin 2y) / (cosh 2x + cos 2y), and 1 where |x| is large.
     *
     * @param out real part, imaginary part
     */
    static void tanh(double x, double y, double[] out) {
        if (Math.abs(x) > LARGE) {
            out[0] = Math.signum(x);
            out[1] = 0;
            return;
        }
        if (Math.abs(x) < 1e-4 && Math.abs(y) < 1e-4) {
            // tanh z = z - z³/3, the next term is below 1e-17 of the first
            double z2r = x * x - y * y;
            double z2i = 2 * x * y;
            out[0] = x - (x * z2r - y * z2i) / 3;
            out[1] = y - (x * z2i + y * z2r) / 3;
            return;
        }
        if (Math.abs(x) > 0.3) {
            // one exponential: e = exp(-2|x|), tanh = (1 - e² + 2je sin 2y) / (1 + 2e cos 2y + e²)
            double e = Math.exp(-2 * Math.abs(x));
            double cos = Math.cos(2 * y);
            double denominator = 1 + e * (2 * cos + e);
            out[0] = Math.signum(x) * (1 - e * e) / denominator;
            out[1] = 2 * e * Math.sin(2 * y) / denominator;
            return;
        }
        // cosh 2x + cos 2y = 2 (sinh² x + cos² y) keeps digits where the two nearly cancel
        double s = Math.sinh(x);
        double c = Math.cos(y);
        double denominator = s * s + c * c;
        out[0] = s * Math.cosh(x) / denominator;
        out[1] = Math.sin(y) * c / denominator;
    }

    /** 1 / (x + iy). */
    static void reciprocal(double x, double y, double[] out) {
        double scale = 1 / (x * x + y * y);
        out[0] = x * scale;
        out[1] = -y * scale;
    }
}
