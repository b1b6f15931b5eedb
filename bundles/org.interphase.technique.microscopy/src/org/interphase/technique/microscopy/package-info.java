/** Electron micrographs and element maps: porosity, pore size, layer and coating thickness, particles. */
package org.interphase.technique.microscopy;
