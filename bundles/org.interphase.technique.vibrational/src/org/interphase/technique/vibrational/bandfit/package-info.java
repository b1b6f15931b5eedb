/** What a fit of chosen bands needs beside the bands: neighbours that nobody named, ratios. */
package org.interphase.technique.vibrational.bandfit;
