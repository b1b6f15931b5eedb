/** X-ray spectra and element maps with known answers. */
package org.interphase.testkit.elements;
