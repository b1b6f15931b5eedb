/** The report as PDF: the same page, laid out for paper, with vector figures and embedded fonts. */
package org.interphase.report.pdf;
