/** Height maps on plain arrays: levelling, filtering, noise, resampling. */
package org.interphase.technique.topography.surface;
