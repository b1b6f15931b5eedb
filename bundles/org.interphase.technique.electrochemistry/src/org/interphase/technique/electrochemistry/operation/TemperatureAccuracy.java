package org.interphase.technique.electrochemistry.operation;

import org.interphase.api.AnalysisException;

/**
 * How well the temperatures of a series are known: each by itself, as a chamber that has not settled leaves it, and all
 * alike, as the thermometer is off. A spectrum shows neither.
 *
 * @param kelvin standard uncertainty of a temperature, K, taken for both; at least 0
 */
record TemperatureAccuracy(double kelvin) {

    /**
     * Of a series of which nothing is said: a limit of 1 K over the root of three (JCGM 100:2008, 4.3.7). That a
     * climatic chamber keeps 1 K is the founders' choice, unverified.
     */
    static final double USUAL = 0.6;

    /** What help says of the parameter. */
    static final String HELP = "Standard uncertainty of a temperature; taken for the scatter of each and for an offset "
            + "of all. It is part of activation energies and conductivities. Empty takes 0.6 K, a limit of 1 K over "
            + "the root of three (founders' choice, unverified); 0 takes the temperatures as exact.";

    /** An energy as a function of the temperatures. */
    interface Energy {
        /** In eV, of temperatures in K. */
        double of(double[] kelvin) throws AnalysisException;
    }

    /** As stated in K; null for the usual one. */
    static TemperatureAccuracy of(Double stated) {
        return new TemperatureAccuracy(stated == null ? USUAL : stated);
    }

    /**
     * What it leaves open of an energy, eV: the changes with each temperature and with all of them, squared and summed.
     *
     * @param at temperatures, K; not modified
     */
    double leavesOpen(Energy energy, double... at) throws AnalysisException {
        double sum = 0;
        for (int k = 0; kelvin > 0 && k <= at.length; k++) {
            // the last turn moves all of them
            double[] up = at.clone();
            double[] down = at.clone();
            for (int i = 0; i < at.length; i++) {
                up[i] += k == at.length || i == k ? kelvin : 0;
                down[i] -= k == at.length || i == k ? kelvin : 0;
            }
            sum += Math.pow((energy.of(up) - energy.of(down)) / 2, 2);
        }
        return Math.sqrt(sum);
    }

    /**
     * Relative standard uncertainty of a conductance by that of its temperature: it changes by E/(kT²) a kelvin.
     *
     * @param energy activation energy of ln G, eV
     * @param at temperature, K
     */
    double ofConductance(double energy, double at) {
        return Math.abs(energy) / (EisArrhenius.BOLTZMANN * at * at) * kelvin;
    }
}
