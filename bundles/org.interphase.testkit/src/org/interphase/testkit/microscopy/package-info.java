/**
 * Simulated micrographs with known answers: rendered with box-averaged pixels, then blurred, then with noise, all from
 * a seed. Independent of the kernels they test.
 */
package org.interphase.testkit.microscopy;
