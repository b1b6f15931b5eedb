/** The shell round a particle, fitted along its normals. */
package org.interphase.technique.microscopy.coating;
