package org.interphase.testkit.battery;

import java.util.Arrays;

/**
 * A cell as an equivalent circuit with state: an open-circuit voltage over the state of charge, a resistance, a charge
 * transfer (R parallel C), and diffusion of finite length as its exact series of R parallel C elements
 * (Z = R tanh(sqrt(j w tau)) / sqrt(j w tau) = sum of 8 R / (pi (2k-1))^2 over 1 + j w 4 tau / (pi (2k-1))^2). At
 * constant current every state has a closed form, so that samples are exact however far apart they are.
 */
public final class CellModel {

    private static final int TERMS = 60;
    private static final double HOUR = 3600;

    /** Capacity between the states of charge 0 and 1, A.h. */
    private double capacity;
    private final double[] resistances;
    private final double[] times;
    private double series;
    private final double leak;
    private final double accepted;
    private double state;
    private double decaysOf = Double.NaN;
    private final double[] overvoltages;
    private final double[] decays = new double[TERMS + 1];

    /**
     * A cell at rest.
     *
     * @param capacity between the states of charge 0 and 1, A.h
     * @param series resistance that acts at once, ohm
     * @param transfer resistance of the charge transfer, ohm, with a time constant of 0.05 s
     * @param diffusion resistance of the diffusion, ohm
     * @param diffusionTime its time constant, s
     * @param leak current that discharges the cell inside, A
     * @param accepted part of the charging current that is stored; the rest is a side reaction
     * @param state state of charge, 0 to 1
     */
    public CellModel(double capacity, double series, double transfer, double diffusion, double diffusionTime,
            double leak, double accepted, double state) {
        this.capacity = capacity;
        this.series = series;
        this.leak = leak;
        this.accepted = accepted;
        this.state = state;
        resistances = new double[TERMS + 1];
        times = new double[TERMS + 1];
        resistances[0] = transfer;
        times[0] = 0.05;
        for (int k = 1; k <= TERMS; k++) {
            double odd = Math.PI * Math.PI * (2 * k - 1) * (2 * k - 1);
            resistances[k] = 8 * diffusion / odd;
            times[k] = 4 * diffusionTime / odd;
        }
        overvoltages = new double[TERMS + 1];
    }

    /** Open-circuit voltage of a layered oxide against lithium, smooth with three plateaus, V. */
    public static double open(double x) {
        return 3.5 + 0.2 * x + 0.13 * Math.tanh((x - 0.3) / 0.08) + 0.13 * Math.tanh((x - 0.7) / 0.08)
                - 0.3 * Math.exp(-x / 0.02) + 0.3 * Math.exp((x - 1) / 0.02);
    }

    /** Derivative of the open-circuit voltage by the state of charge, V. */
    public static double slope(double x) {
        double a = Math.cosh((x - 0.3) / 0.08);
        double b = Math.cosh((x - 0.7) / 0.08);
        return 0.2 + 1.625 / (a * a) + 1.625 / (b * b) + 15 * Math.exp(-x / 0.02) + 15 * Math.exp((x - 1) / 0.02);
    }

    /** Voltage now under a current, V. */
    public double voltage(double current) {
        return open(state) + current * series + Arrays.stream(overvoltages).sum();
    }

    /** Voltage after a time at a constant current, the state left as it is, V. */
    public double voltageAfter(double current, double dt) {
        double v = open(state + change(current, dt)) + current * series;
        decays(dt);
        for (int k = 0; k < times.length; k++) {
            double decay = decays[k];
            v += overvoltages[k] * decay + current * resistances[k] * (1 - decay);
        }
        return v;
    }

    /** Lets a constant current flow for a time. */
    public void pass(double current, double dt) {
        state += change(current, dt);
        decays(dt);
        for (int k = 0; k < times.length; k++) {
            double decay = decays[k];
            overvoltages[k] = overvoltages[k] * decay + current * resistances[k] * (1 - decay);
        }
    }

    /** Steps of one length follow each other. */
    private void decays(double dt) {
        if (dt == decaysOf) {
            return;
        }
        for (int k = 0; k < times.length; k++) {
            decays[k] = Math.exp(-dt / times[k]);
        }
        decaysOf = dt;
    }

    private double change(double current, double dt) {
        return ((current > 0 ? accepted * current : current) - leak) * dt / (HOUR * capacity);
    }

    /** What the voltage drops by within a time after a current is turned on at rest, per ampere, ohm. */
    public double resistance(double dt) {
        double r = series;
        for (int k = 0; k < times.length; k++) {
            r += resistances[k] * (1 - Math.exp(-dt / times[k]));
        }
        return r;
    }

    /** The resistance that acts at once, and that of the charge transfer with it, ohm. */
    public double ohmic() {
        return series + resistances[0];
    }

    /** Lets the capacity fade to another value; the state of charge stays. */
    public void fade(double other) {
        capacity = other;
    }

    /** Changes the resistance that acts at once, as a step of the temperature does. */
    public void heat(double factor) {
        series *= factor;
    }

    /** Capacity between the states of charge 0 and 1, A.h. */
    public double capacity() {
        return capacity;
    }

    /** State of charge. */
    public double state() {
        return state;
    }
}
