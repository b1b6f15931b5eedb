/** Cells with two equal electrodes: overpotential, shorts, noise. */
package org.interphase.technique.battery.symmetric;
