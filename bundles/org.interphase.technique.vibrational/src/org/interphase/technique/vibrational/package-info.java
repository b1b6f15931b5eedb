/** Raman and infrared spectroscopy: which bands, which species, which phase. */
package org.interphase.technique.vibrational;
