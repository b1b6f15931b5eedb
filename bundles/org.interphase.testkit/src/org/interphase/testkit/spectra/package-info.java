/** Spectra of peaks that keep or break the assumptions of a peak fit, with their truth. */
package org.interphase.testkit.spectra;
