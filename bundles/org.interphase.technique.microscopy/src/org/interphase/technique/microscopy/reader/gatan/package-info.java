/** Gatan DigitalMicrograph files, DM3 and DM4. */
package org.interphase.technique.microscopy.reader.gatan;
