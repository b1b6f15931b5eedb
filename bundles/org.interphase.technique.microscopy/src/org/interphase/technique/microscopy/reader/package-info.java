/** Readers of micrographs and element maps. */
package org.interphase.technique.microscopy.reader;
