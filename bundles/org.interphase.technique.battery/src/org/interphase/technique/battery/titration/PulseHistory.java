package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the surface of a particle is from its mean concentration, by this pulse and all currents before it, in units
 * of what this pulse changes the mean by. Currents long ago count in groups with their mean current, the longer the
 * longer ago: what is left of them varies slowly.
 */
final class PulseHistory {

    /** Currents that lie within this part of the time since then count as one. */
    private static final double SPAN = 0.4;

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

    /** Of a pulse and the currents before it, in the order of time. */
    static PulseHistory of(ParticleShape shape, List<PastCurrent> before, Pulse pulse) {
        PulseHistory out = new PulseHistory(shape, pulse);
        int end = before.size();
        while (end > 0) {
            int begin = end - 1;
            double to = before.get(begin).to();
            double age = pulse.on() - to;
            while (begin > 0 && to - before.get(begin - 1).from() <= SPAN * age
                    && before.get(begin - 1).current() * before.get(begin).current() > 0) {
                begin--;
            }
            out.fluxes.add(together(before.subList(begin, end), pulse.current()));
            end = begin;
        }
        out.fluxes.add(new Flux(pulse.on(), pulse.off(), 1));
        return out;
    }

    /** Charge and centre of what is taken together stay as they are. */
    private static Flux together(List<PastCurrent> part, double current) {
        double charge = 0;
        double centre = 0;
        for (PastCurrent p : part) {
            charge += p.charge();
            centre += p.charge() * (p.from() + p.to()) / 2;
        }
        PastCurrent all = PastCurrent.around(part.get(0).from(), part.get(part.size() - 1).to(), centre / charge,
                charge);
        return new Flux(all.from(), all.to(), all.current() / current);
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
