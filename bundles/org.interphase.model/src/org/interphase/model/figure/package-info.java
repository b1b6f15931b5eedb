/**
 * Figures as data: panels with axes and layers, painted by the workbench and by the report from one description. An
 * overlay is a layer that a step lays over the data.
 */
package org.interphase.model.figure;
