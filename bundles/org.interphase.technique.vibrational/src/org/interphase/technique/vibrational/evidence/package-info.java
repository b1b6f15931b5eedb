/** What speaks for the name of a band: place, width and partner bands, weighed against other substances. */
package org.interphase.technique.vibrational.evidence;
