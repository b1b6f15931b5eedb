/** Readers of height maps. */
package org.interphase.technique.topography.reader;
