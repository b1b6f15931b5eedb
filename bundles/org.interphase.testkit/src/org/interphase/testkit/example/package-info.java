/**
 * Seeded, physically based simulators of raw instrument files, and the coated-cathode example project made with them.
 * Formulas are written out here and share no code with the analysis they are used to check.
 */
package org.interphase.testkit.example;
