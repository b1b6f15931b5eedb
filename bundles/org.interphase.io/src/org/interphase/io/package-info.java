/**
 * Formats that belong to no single technique: columns of numbers in delimited text with its many dialects and in
 * workbooks, as a parser for readers to build on ({@link org.interphase.io.TableFile},
 * {@link org.interphase.io.DelimitedText}, {@link org.interphase.io.Workbook}) and as generic fall-back readers.
 */
package org.interphase.io;
