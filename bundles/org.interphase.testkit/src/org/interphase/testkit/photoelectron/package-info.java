/** Photoelectron regions with known truth that break what a fit assumes: shapes, backgrounds, neighbours, charging. */
package org.interphase.testkit.photoelectron;
