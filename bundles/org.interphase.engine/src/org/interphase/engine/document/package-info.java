/** Analyses, recipes and what else is kept as text: reading, writing, and saving that never tears a file. */
package org.interphase.engine.document;
