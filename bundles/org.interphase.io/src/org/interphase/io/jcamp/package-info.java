/** JCAMP-DX files (versions 4.24 and 5): labelled records, data tables in all compressed forms, linked blocks. */
package org.interphase.io.jcamp;
