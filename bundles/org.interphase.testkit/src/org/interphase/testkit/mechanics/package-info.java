/** Synthetic mechanical tests whose numbers are known. */
package org.interphase.testkit.mechanics;
