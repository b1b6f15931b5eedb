/**
 * Characterisation reports from finished runs: one self-contained page, tables, machine-readable results. Needs no
 * display.
 */
package org.interphase.report;
