/** Apache Parquet: tables of columns, as data frames are saved. */
package org.interphase.io.parquet;
