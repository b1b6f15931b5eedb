/** Bruker Esprit element maps (BCF): the container, the XML header, the packed spectra. */
package org.interphase.technique.microscopy.reader.bruker;
