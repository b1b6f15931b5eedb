/** Simulated Raman and infrared spectra with known answers. Formulas are independent of the numerics bundle. */
package org.interphase.testkit.vibrational;
