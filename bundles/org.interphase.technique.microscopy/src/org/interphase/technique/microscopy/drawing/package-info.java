/** What an analyst draws over a picture: lengths, angles and areas, and how well they are known. */
package org.interphase.technique.microscopy.drawing;
