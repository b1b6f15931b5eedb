/** Operations on curves of any technique: crop, baseline, smooth, despike, normalise, resample, shift. */
package org.interphase.spectra.operation;
