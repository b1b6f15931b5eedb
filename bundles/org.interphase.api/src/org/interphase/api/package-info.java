/**
 * The plug-in contract: a {@link org.interphase.api.Technique} is a table of contents of readers, operations and
 * recipes; everything else (forms, command line, documents, reports) follows from it.
 */
package org.interphase.api;
