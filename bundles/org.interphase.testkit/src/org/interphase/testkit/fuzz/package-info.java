/** Hostile files: what is made of valid ones, and what readers may and may not do with them. */
package org.interphase.testkit.fuzz;
