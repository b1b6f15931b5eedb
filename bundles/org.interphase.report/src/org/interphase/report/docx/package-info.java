/** The report as a word processor document, for analysts who edit it further. */
package org.interphase.report.docx;
