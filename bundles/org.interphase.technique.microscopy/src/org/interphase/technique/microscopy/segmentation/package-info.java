/** A picture divided into a phase and the rest. */
package org.interphase.technique.microscopy.segmentation;
