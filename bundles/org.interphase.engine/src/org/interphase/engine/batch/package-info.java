/**
 * Recipes over many inputs: one runner for projects, the command line and the workbench, which bring a
 * {@link org.interphase.engine.batch.BatchPlan} and a {@link org.interphase.engine.batch.BatchSink}.
 */
package org.interphase.engine.batch;
