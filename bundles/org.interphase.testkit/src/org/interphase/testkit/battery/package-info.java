/** Records of cells and potentiostats, simulated from physics, with known answers. */
package org.interphase.testkit.battery;
