/** Where the physical size of a pixel is read from: tags of makers, side-car files. */
package org.interphase.technique.microscopy.reader.scale;
