/** Areal parameters of ISO 25178-2. */
package org.interphase.technique.topography.areal;
