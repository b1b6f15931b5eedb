/** Files that hold impedance spectra and records over time alike. */
package org.interphase.electro.reader;
