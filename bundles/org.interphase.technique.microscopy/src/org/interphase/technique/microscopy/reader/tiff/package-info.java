/** TIFF files: directories of tags and pixels (TIFF 6.0, Adobe 1992; BigTIFF of the AWare/LibTIFF design). */
package org.interphase.technique.microscopy.reader.tiff;
