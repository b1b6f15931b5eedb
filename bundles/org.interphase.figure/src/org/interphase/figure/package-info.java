/**
 * The one layout of every picture: a figure and a size become marks, each with what it stands for. Screen, SVG and PDF
 * paint marks and decide nothing. Needs no display; texts are measured by the widths of the fonts in this bundle.
 */
package org.interphase.figure;
