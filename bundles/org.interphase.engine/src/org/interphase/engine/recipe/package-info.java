/** Running recipes over datasets, with provenance; what a run gave and what it was of. */
package org.interphase.engine.recipe;
