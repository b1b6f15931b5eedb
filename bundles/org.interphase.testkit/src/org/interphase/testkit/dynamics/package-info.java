/** Synthetic atoms in motion and reaction paths with known answers. */
package org.interphase.testkit.dynamics;
