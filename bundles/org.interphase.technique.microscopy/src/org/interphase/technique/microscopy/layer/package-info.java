/** Interfaces of a layer in a cross-section, found and traced. */
package org.interphase.technique.microscopy.layer;
