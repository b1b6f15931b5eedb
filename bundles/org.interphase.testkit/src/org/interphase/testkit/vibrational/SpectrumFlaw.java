package org.interphase.testkit.vibrational;

/** What in a simulated spectrum breaks the assumptions of a recipe. */
public enum SpectrumFlaw {
    /** Nothing: symmetric bands, a smooth baseline, independent noise. */
    NONE,
    /** Interference fringes of a film: a sine over the wavenumber. */
    FRINGES,
    /** A strongly curved baseline. */
    CURVED,
    /** A baseline that rises steeply, as scattering or attenuated total reflection make it. */
    TILTED,
    /** Bands that lean to one side. */
    LEANING,
    /** A band of another substance among those of interest. */
    NEIGHBOUR,
    /** A strong band at the edge of the range that is fitted. */
    AT_THE_EDGE,
    /** Few points for each band. */
    COARSE,
    /** Noise that hangs together between neighbours, as zero filling makes it. */
    CORRELATED_NOISE,
    /** Cosmic spikes. */
    SPIKES
}
