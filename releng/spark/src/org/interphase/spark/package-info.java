/**
 * Batches beyond one machine: Apache Spark hands inputs to executors, the engine's batch runner works there, and what
 * it finds becomes Parquet.
 */
package org.interphase.spark;
