/** Surfaces with known answers. */
package org.interphase.testkit.topography;
