/** Synthetic impedance with known answers, from textbook formulas and independent of the code under test. */
package org.interphase.testkit.electrochemistry;
