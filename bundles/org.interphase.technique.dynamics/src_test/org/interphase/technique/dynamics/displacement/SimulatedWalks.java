package org.interphase.technique.dynamics.displacement;

import org.interphase.testkit.dynamics.WalkTruth;

/** Simulated particles as walks. */
public final class SimulatedWalks {

    private SimulatedWalks() {
    }

    /** Walks relative to where each particle began. */
    public static Walks of(WalkTruth w) {
        float[][] x = new float[w.particles()][3 * w.frames()];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x[i].length; k++) {
                x[i][k] = (float) (w.places()[i][k] - w.places()[i][k % 3]);
            }
        }
        return new Walks(w.interval(), 3, x);
    }
}
