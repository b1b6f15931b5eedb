/**
 * Figures without a display: ticks, ranges, label placement and a scene of resolved marks, written as SVG. The
 * workbench shares the ticks, ranges and palettes, so that screen and page agree.
 */
package org.interphase.report.figure;
