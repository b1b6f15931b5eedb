/**
 * Image kernels on plain arrays: pixels row after row, masks as bytes of value 0 (background) or 1 (foreground).
 * Nothing here knows files, units or screens. All functions are deterministic and use one thread.
 */
package org.interphase.numerics.image;
