/** Painters of resolved figures that need no display. */
package org.interphase.report.figure;
