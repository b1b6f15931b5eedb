/**
 * Formats that belong to no single technique: delimited text with its many dialects, as a parser for readers to build
 * on and as a generic fall-back reader.
 */
package org.interphase.io;
