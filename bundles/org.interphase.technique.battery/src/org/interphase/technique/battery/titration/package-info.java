/** Galvanostatic intermittent titration: pulses, diffusion in particles, the formula of Weppner and Huggins. */
package org.interphase.technique.battery.titration;
