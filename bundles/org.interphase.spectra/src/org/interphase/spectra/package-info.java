/** The floor shared by techniques on curves. */
package org.interphase.spectra;
