/** Bundles of cylinders and isotherms with known answers. */
package org.interphase.testkit.porosimetry;
