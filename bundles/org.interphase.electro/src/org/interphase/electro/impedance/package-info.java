/** Impedance spectra as tables: names of their columns, sweeps told apart. */
package org.interphase.electro.impedance;
