/**
 * Runs recipes over data: the registry of techniques, the recipe runner with its cache and provenance, analysis
 * documents and projects.
 */
package org.interphase.engine;
