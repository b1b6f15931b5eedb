/** X-ray spectra of electron microscopes: which elements, how much of each, how evenly. */
package org.interphase.technique.elements;
