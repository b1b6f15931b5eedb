package org.interphase.technique.vibrational.internal.map;

import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;

/** Parameters of {@link ComponentsOperation}. */
public record ComponentsParameters(
        @Param(label = "Method", def = "pca", help = "Principal components (directions of largest variance), k-means "
                + "(groups of like spectra), or non-negative matrix factorisation (spectra and amounts, both "
                + "positive).") Method method,
        @Param(label = "Components", def = "3", min = 1, max = 20, help = "Number of components or groups.")
        int components,
        @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of each spectrum that counts.",
                picture = Param.Picture.X_RANGE) Range range,
        @Param(label = "Normalise", def = "false", help = "Scale each spectrum to unit length first, so that shapes "
                + "count and intensity does not.") boolean normalise,
        @Param(label = "Remove baseline", def = "true", help = "Take a baseline (arPLS) off each spectrum first.")
        boolean baseline,
        @Param(label = "Seed", def = "1", help = "Seed of the random start.", advanced = true) long seed) {

    /** How spectra are taken apart. */
    public enum Method {
        /** Principal component analysis. */
        PCA,
        /** k-means clustering. */
        K_MEANS,
        /** Non-negative matrix factorisation. */
        NMF
    }
}
