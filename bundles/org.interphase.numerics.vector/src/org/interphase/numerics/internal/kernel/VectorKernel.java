package org.interphase.numerics.internal.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel in the incubating Vector API. Same formulas as {@link PlainKernel}, with which it shares the loops over
 * the last few points. Loops are written out in full, because a helper that returns a vector might not be inlined.
 */
public final class VectorKernel implements Kernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private final PlainKernel plain = new PlainKernel();

    /** Found by name from {@link Kernels}. */
    public VectorKernel() {
        // nothing to set up
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public double residuals(double[] y, double[] f, double[] s, double[] r, int n) {
        int bound = SPECIES.loopBound(n);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector d = DoubleVector.fromArray(SPECIES, y, i).sub(DoubleVector.fromArray(SPECIES, f, i))
                    .mul(DoubleVector.fromArray(SPECIES, s, i));
            d.intoArray(r, i);
            sum = d.fma(d, sum);
        }
        double total = sum.reduceLanes(VectorOperators.ADD);
        for (int i = bound; i < n; i++) {
            r[i] = (y[i] - f[i]) * s[i];
            total = Math.fma(r[i], r[i], total);
        }
        return total;
    }

    @Override
    public void normal(double[][] columns, int m, double[] r, int n, double[] a, double[] g) {
        VectorNormal.compute(columns, m, r, n, a, g);
    }

    @Override
    public void lorentzian(double[] x, double centre, double width, double height, double[] lorentz, double[] f,
            int n) {
        int bound = SPECIES.loopBound(n);
        double inverse = 2 / width;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, i).sub(centre).mul(inverse);
            DoubleVector l = one.div(t.fma(t, one));
            l.intoArray(lorentz, i);
            l.mul(height).add(DoubleVector.fromArray(SPECIES, f, i)).intoArray(f, i);
        }
        for (int i = bound; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double l = 1 / (1 + t * t);
            lorentz[i] = l;
            f[i] += height * l;
        }
    }

    @Override
    public void gaussian(double[] x, double centre, double width, double height, double[] gauss, double[] f, int n) {
        double inverse = 1 / width;
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            gauss[i] = PlainKernel.GAUSS * t * t;
        }
        expNegative(gauss, gauss, n);
        int bound = SPECIES.loopBound(n);
        DoubleVector h = DoubleVector.broadcast(SPECIES, height);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, gauss, i).fma(h, DoubleVector.fromArray(SPECIES, f, i)).intoArray(f, i);
        }
        for (int i = bound; i < n; i++) {
            f[i] = Math.fma(height, gauss[i], f[i]);
        }
    }

    @Override
    public void pseudoVoigt(double[] x, double centre, double width, double height, double mix, double[] lorentz,
            double[] gauss, double[] f, int n) {
        int bound = SPECIES.loopBound(n);
        double inverse = 1 / width;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector four = DoubleVector.broadcast(SPECIES, 4);
        DoubleVector lorentzHeight = DoubleVector.broadcast(SPECIES, height * mix);
        DoubleVector gaussHeight = DoubleVector.broadcast(SPECIES, height * (1 - mix));
        DoubleVector log2e = DoubleVector.broadcast(SPECIES, Exponential.LOG2_E);
        DoubleVector shift = DoubleVector.broadcast(SPECIES, Exponential.SHIFT);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, i).sub(centre).mul(inverse);
            DoubleVector squared = t.mul(t);
            DoubleVector z = squared.mul(PlainKernel.GAUSS);
            DoubleVector shifted = z.fma(log2e, shift);
            DoubleVector k = shifted.sub(shift);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -Exponential.LN2_HIGH), z);
            r = k.fma(DoubleVector.broadcast(SPECIES, -Exponential.LN2_LOW), r);
            DoubleVector p = r.fma(DoubleVector.broadcast(SPECIES, Exponential.C12), DoubleVector.broadcast(SPECIES,
                    Exponential.C11));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C10));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C9));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C8));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C7));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C6));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C5));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C4));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C3));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
            p = p.fma(r, one);
            p = p.fma(r, one);
            LongVector bits = shifted.reinterpretAsLongs().add(1023).lanewise(VectorOperators.LSHL, 52);
            VectorMask<Double> tooSmall = z.compare(VectorOperators.LT, Exponential.SMALLEST);
            DoubleVector e = p.mul(bits.reinterpretAsDoubles()).blend(0, tooSmall);
            DoubleVector l = one.div(squared.fma(four, one));
            e.intoArray(gauss, i);
            l.intoArray(lorentz, i);
            l.fma(lorentzHeight, e.fma(gaussHeight, DoubleVector.fromArray(SPECIES, f, i))).intoArray(f, i);
        }
        for (int i = bound; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double z = PlainKernel.GAUSS * (t * t);
            double l = 1 / Math.fma(4 * t, t, 1);
            double e = Exponential.scaled(Exponential.polynomial(z), z);
            lorentz[i] = l;
            gauss[i] = e;
            f[i] = Math.fma(height * mix, l, Math.fma(height * (1 - mix), e, f[i]));
        }
    }

    @Override
    public void lorentzianColumns(double[] x, double centre, double width, double height, double[] lorentz, double[] s,
            double[] dCentre, double[] dHeight, double[] dWidth, int n) {
        int bound = SPECIES.loopBound(n);
        double inverse = 1 / width;
        double factor = 8 * height * inverse;
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, i).sub(centre).mul(inverse);
            DoubleVector unit = DoubleVector.fromArray(SPECIES, lorentz, i);
            DoubleVector l = unit.mul(DoubleVector.fromArray(SPECIES, s, i));
            DoubleVector d = t.mul(factor).mul(l).mul(unit);
            l.intoArray(dHeight, i);
            d.intoArray(dCentre, i);
            d.mul(t).intoArray(dWidth, i);
        }
        for (int i = bound; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double l = lorentz[i] * s[i];
            double d = factor * t * l * lorentz[i];
            dHeight[i] = l;
            dCentre[i] = d;
            dWidth[i] = d * t;
        }
    }

    @Override
    public void gaussianColumns(double[] x, double centre, double width, double height, double[] gauss, double[] s,
            double[] dCentre, double[] dHeight, double[] dWidth, int n) {
        plain.gaussianColumns(x, centre, width, height, gauss, s, dCentre, dHeight, dWidth, n);
    }

    @Override
    public void pseudoVoigtColumns(double[] x, double centre, double width, double height, double mix,
            double[] lorentz, double[] gauss, double[] s, double[] dCentre, double[] dHeight, double[] dWidth,
            double[] dMix, int n) {
        int bound = SPECIES.loopBound(n);
        double inverse = 1 / width;
        double lorentzFactor = 8 * height * inverse * mix;
        double gaussFactor = -2 * PlainKernel.GAUSS * height * inverse * (1 - mix);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, i).sub(centre).mul(inverse);
            DoubleVector l = DoubleVector.fromArray(SPECIES, lorentz, i);
            DoubleVector e = DoubleVector.fromArray(SPECIES, gauss, i);
            DoubleVector w = DoubleVector.fromArray(SPECIES, s, i);
            DoubleVector d = l.mul(l).mul(lorentzFactor).add(e.mul(gaussFactor)).mul(t).mul(w);
            DoubleVector difference = l.sub(e).mul(w);
            difference.mul(mix).add(e.mul(w)).intoArray(dHeight, i);
            d.intoArray(dCentre, i);
            d.mul(t).intoArray(dWidth, i);
            difference.mul(height).intoArray(dMix, i);
        }
        for (int i = bound; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double d = (lorentzFactor * lorentz[i] * lorentz[i] + gaussFactor * gauss[i]) * t * s[i];
            double difference = (lorentz[i] - gauss[i]) * s[i];
            dHeight[i] = gauss[i] * s[i] + mix * difference;
            dCentre[i] = d;
            dWidth[i] = d * t;
            dMix[i] = height * difference;
        }
    }

    @Override
    public void expNegative(double[] z, double[] out, int n) {
        int bound = SPECIES.loopBound(n);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector log2e = DoubleVector.broadcast(SPECIES, Exponential.LOG2_E);
        DoubleVector shift = DoubleVector.broadcast(SPECIES, Exponential.SHIFT);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, z, i);
            DoubleVector shifted = v.fma(log2e, shift);
            DoubleVector k = shifted.sub(shift);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -Exponential.LN2_HIGH), v);
            r = k.fma(DoubleVector.broadcast(SPECIES, -Exponential.LN2_LOW), r);
            DoubleVector p = r.fma(DoubleVector.broadcast(SPECIES, Exponential.C12), DoubleVector.broadcast(SPECIES,
                    Exponential.C11));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C10));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C9));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C8));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C7));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C6));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C5));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C4));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Exponential.C3));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
            p = p.fma(r, one);
            p = p.fma(r, one);
            LongVector bits = shifted.reinterpretAsLongs().add(1023).lanewise(VectorOperators.LSHL, 52);
            VectorMask<Double> tooSmall = v.compare(VectorOperators.LT, Exponential.SMALLEST);
            p.mul(bits.reinterpretAsDoubles()).blend(0, tooSmall).intoArray(out, i);
        }
        for (int i = bound; i < n; i++) {
            out[i] = Exponential.scaled(Exponential.polynomial(z[i]), z[i]);
        }
    }
}
