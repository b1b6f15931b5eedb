package org.interphase.technique.electrochemistry.circuit;

/**
 * Numbers a + jb whose parts are themselves complex-step numbers x + ih with a step h so small that its square
 * vanishes: the imaginary step part of a result over h is its derivative, to full precision and without a
 * difference (Lyness and Moler 1967). Written for tests of complex functions.
 */
record BiComplex(Step a, Step b) {

    /** The step. */
    static final double H = 1e-40;

    /** A real number with a step part. */
    record Step(double x, double h) {
        Step plus(Step o) {
            return new Step(x + o.x, h + o.h);
        }

        Step times(Step o) {
            return new Step(x * o.x, x * o.h + h * o.x);
        }

        Step negated() {
            return new Step(-x, -h);
        }

        Step over(Step o) {
            return new Step(x / o.x, (h * o.x - x * o.h) / (o.x * o.x));
        }

        Step exp() {
            return new Step(Math.exp(x), h * Math.exp(x));
        }

        Step log() {
            return new Step(Math.log(x), h / x);
        }

        Step sin() {
            return new Step(Math.sin(x), h * Math.cos(x));
        }

        Step cos() {
            return new Step(Math.cos(x), -h * Math.sin(x));
        }
    }

    static BiComplex real(double x) {
        return new BiComplex(new Step(x, 0), new Step(0, 0));
    }

    static BiComplex of(double re, double im) {
        return new BiComplex(new Step(re, 0), new Step(im, 0));
    }

    /** A real parameter that carries the step. */
    static BiComplex stepped(double x) {
        return new BiComplex(new Step(x, H), new Step(0, 0));
    }

    BiComplex plus(BiComplex o) {
        return new BiComplex(a.plus(o.a), b.plus(o.b));
    }

    BiComplex times(BiComplex o) {
        return new BiComplex(a.times(o.a).plus(b.times(o.b).negated()), a.times(o.b).plus(b.times(o.a)));
    }

    BiComplex over(BiComplex o) {
        Step d = o.a.times(o.a).plus(o.b.times(o.b));
        return new BiComplex(a.times(o.a).plus(b.times(o.b)).over(d),
                b.times(o.a).plus(a.times(o.b).negated()).over(d));
    }

    BiComplex exp() {
        Step e = a.exp();
        return new BiComplex(e.times(b.cos()), e.times(b.sin()));
    }

    BiComplex log() {
        Step square = a.times(a).plus(b.times(b));
        Step half = square.log().times(new Step(0.5, 0));
        double angle = Math.atan2(b.x(), a.x());
        double dAngle = (a.x() * b.h() - b.x() * a.h()) / square.x();
        return new BiComplex(half, new Step(angle, dAngle));
    }

    BiComplex power(BiComplex exponent) {
        return exponent.times(log()).exp();
    }

    BiComplex sqrt() {
        return power(real(0.5));
    }

    /** tanh by its definition. */
    BiComplex tanh() {
        BiComplex e = times(real(-2)).exp();
        return real(1).plus(e.times(real(-1))).over(real(1).plus(e));
    }
}
