package org.interphase.numerics.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Covariance of all parameters from the linearised problem at the solution. Parameters at a bound are taken as fixed
 * there: the covariance of the others is conditional on it. Their own standard uncertainty is that of the problem
 * without bounds.
 */
final class Covariance {

    final double[] sigma;
    final double[] full;
    private final LevenbergMarquardt engine;
    private final Layout layout;
    private double unboundScale;
    private final double[] inverse;
    private final double[] oneSided;
    private final double[] tangent;
    private final boolean[] none;
    private boolean[] undetermined;
    private int rank;
    private boolean anyHeld;

    Covariance(LevenbergMarquardt engine) {
        this.engine = engine;
        layout = engine.layout;
        sigma = new double[layout.full];
        full = new double[layout.full * layout.full];
        inverse = new double[layout.free * layout.free];
        oneSided = new double[layout.free * layout.free];
        tangent = layout.tied ? new double[layout.full * layout.free] : null;
        none = new boolean[layout.free];
    }

    void compute(boolean absolute) {
        int m = layout.free;
        anyHeld = false;
        for (int j = 0; j < m; j++) {
            // a bound reached in the very last step counts as well
            double value = engine.p[layout.freeToFull[j]];
            engine.held[j] = engine.held[j] && (value <= layout.lower[j] || value >= layout.upper[j]);
            anyHeld |= engine.held[j];
        }
        invert(engine.held, inverse);
        int dof = engine.n - m;
        double scale = engine.robustFit() ? engine.robustVarianceFactor()
                : absolute ? 1 : dof > 0 ? engine.cost / dof : Double.NaN;
        spread(inverse, scale, full);
        for (int a = 0; a < layout.full; a++) {
            sigma[a] = Math.sqrt(full[a * layout.full + a]);
        }
        unboundScale = Double.NaN;
        if (anyHeld) {
            oneSidedUncertainties(scale);
        }
        if (undetermined != null) {
            for (int j = 0; j < m; j++) {
                if (undetermined[j]) {
                    sigma[layout.freeToFull[j]] = Double.POSITIVE_INFINITY;
                }
            }
        }
    }

    private void invert(boolean[] held, double[] out) {
        undetermined = null;
        int active = 0;
        for (boolean flag : held) {
            active += flag ? 0 : 1;
        }
        rank = active;
        if (!engine.inverse(held, out)) {
            QrSolver.Inverse pseudo = engine.pseudoInverse(held);
            System.arraycopy(pseudo.covariance(), 0, out, 0, out.length);
            rank = pseudo.rank();
            undetermined = rank < active ? pseudo.undetermined() : null;
        }
    }

    /** The covariance as if there were no bounds; null if none was reached or the data do not determine it then. */
    double[] unbound() {
        if (Double.isNaN(unboundScale)) {
            return null;
        }
        double[] out = new double[full.length];
        spread(oneSided, unboundScale, out);
        return out;
    }

    /** Full covariance T C T^t, T the derivative of all parameters by the free ones. */
    private void spread(double[] inverse, double scale, double[] full) {
        int m = layout.free;
        int k = layout.full;
        Arrays.fill(full, 0);
        if (layout.tied) {
            layout.tangent(engine.p, tangent);
            for (int a = 0; a < k; a++) {
                for (int b = 0; b <= a; b++) {
                    double sum = 0;
                    for (int i = 0; i < m; i++) {
                        double ta = tangent[a * m + i];
                        if (ta != 0) {
                            for (int j = 0; j < m; j++) {
                                sum += ta * inverse[i * m + j] * tangent[b * m + j];
                            }
                        }
                    }
                    full[a * k + b] = sum * scale;
                    full[b * k + a] = sum * scale;
                }
            }
        } else {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    full[layout.freeToFull[i] * k + layout.freeToFull[j]] = inverse[i * m + j] * scale;
                }
            }
        }
    }

    private void oneSidedUncertainties(double scale) {
        boolean[] lost = undetermined;
        int conditionalRank = rank;
        invert(none, oneSided);
        unboundScale = undetermined == null ? scale : Double.NaN;
        for (int j = 0; j < layout.free; j++) {
            if (engine.held[j] && layout.lower[j] < layout.upper[j]) {
                boolean unknown = undetermined != null && undetermined[j];
                sigma[layout.freeToFull[j]] = unknown ? Double.POSITIVE_INFINITY
                        : Math.sqrt(oneSided[j * layout.free + j] * scale);
            }
        }
        undetermined = lost;
        rank = conditionalRank;
    }

    Identifiability identifiability() {
        List<String> atBound = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (int j = 0; j < layout.free; j++) {
            String name = layout.parameters.get(layout.freeToFull[j]).name();
            if (engine.held[j]) {
                atBound.add(name);
            }
            if (undetermined != null && undetermined[j]) {
                lost.add(name);
            }
        }
        List<Identifiability.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < layout.free; i++) {
            double vi = inverse[i * layout.free + i];
            for (int j = 0; j < i; j++) {
                double c = inverse[i * layout.free + j];
                double limit = Identifiability.THRESHOLD * Identifiability.THRESHOLD * vi
                        * inverse[j * layout.free + j];
                if (c * c > limit) {
                    pairs.add(new Identifiability.Pair(layout.parameters.get(layout.freeToFull[j]).name(),
                            layout.parameters.get(layout.freeToFull[i]).name(),
                            c / Math.sqrt(vi * inverse[j * layout.free + j])));
                }
            }
        }
        return new Identifiability(rank, layout.free - atBound.size(), pairs, lost, atBound);
    }
}
