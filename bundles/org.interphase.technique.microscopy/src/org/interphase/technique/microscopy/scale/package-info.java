/** Lengths in a picture: pixel size, its uncertainty, the scale bar. */
package org.interphase.technique.microscopy.scale;
