/** How height maps are drawn. */
package org.interphase.technique.topography.figure;
