/**
 * The one judge of fits: from residuals, identifiability and bounds to what may be said of each parameter. Techniques
 * turn the {@link org.interphase.numerics.verdict.Ground grounds} into the words of their field.
 */
package org.interphase.numerics.verdict;
