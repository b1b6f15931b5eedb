/**
 * What data looks like and what was measured: immutable datasets, axes, measurements, remarks, fit results. Nothing
 * here knows a technique, a file format or a screen.
 */
package org.interphase.model;
