/**
 * Peak fitting for techniques on curves: components with constraints as analysts write them, passive and active
 * backgrounds, counting statistics, automatic start values, and everything a step tells about the result.
 */
package org.interphase.spectra.peak;
