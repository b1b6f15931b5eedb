package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the surface of a particle is from its mean concentration, by this pulse and those before it, in units of what
 * this pulse changes the mean by. Pulses longer ago than the last few count as one with their mean current: what is
 * left of them varies slowly.
 */
final class PulseHistory {

    private static final int KEPT = 4;

    /** A constant current relative to that of the pulse looked at, from one time to another. */
    private record Flux(double from, double to, double relative) {
    }

    private final ParticleShape shape;
    private final double duration;
    private final double on;
    private final List<Flux> fluxes = new ArrayList<>();

    private PulseHistory(ParticleShape shape, Pulse pulse) {
        this.shape = shape;
        this.duration = pulse.duration();
        this.on = pulse.on();
    }

    /** Of a pulse and those before it, in the order of time. */
    static PulseHistory of(ParticleShape shape, List<Pulse> before, Pulse pulse) {
        PulseHistory out = new PulseHistory(shape, pulse);
        int kept = Math.max(0, before.size() - KEPT);
        if (kept > 0) {
            double from = before.get(0).on();
            double to = before.get(kept).on();
            double charge = before.subList(0, kept).stream().mapToDouble(Pulse::charge).sum();
            out.fluxes.add(new Flux(from, to, charge / (to - from) / pulse.current()));
        }
        before.subList(kept, before.size()).forEach(p -> out.fluxes.add(new Flux(p.on(), p.off(),
                p.current() / pulse.current())));
        out.fluxes.add(new Flux(pulse.on(), pulse.off(), 1));
        return out;
    }

    /**
     * The deviation at a time and its derivative by the logarithm of the diffusion time: the surface's composition
     * relative to the mean one before the pulse.
     *
     * @param t time, s
     * @param diffusion diffusion time L^2/D, s
     * @param out value and derivative
     */
    void at(double t, double diffusion, double[] out) {
        double value = 0;
        double slope = 0;
        for (Flux f : fluxes) {
            for (int side = 0; side < 2; side++) {
                double since = t - (side == 0 ? f.from : f.to);
                if (since > 0) {
                    double theta = since / diffusion;
                    double g = shape.response(theta);
                    double sign = (side == 0 ? 1 : -1) * f.relative * diffusion / duration;
                    value += sign * g;
                    slope += sign * (g - theta * shape.slope(theta));
                }
            }
            if (f.from < on) {
                // what an earlier pulse changed for good is in the potential before this one
                value -= f.relative * Math.min(f.to - f.from, Math.max(0, t - f.from)) / duration;
            }
        }
        out[0] = value;
        out[1] = slope;
    }
}
