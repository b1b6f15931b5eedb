/** Seeded synthetic measurements with known answers, from formulas independent of the numerics bundle. */
package org.interphase.testkit.synthetic;
