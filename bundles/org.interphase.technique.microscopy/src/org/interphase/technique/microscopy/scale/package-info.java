/** Where the physical size of a pixel is known from: vendors' tags, side-car files, the scale bar. */
package org.interphase.technique.microscopy.scale;
