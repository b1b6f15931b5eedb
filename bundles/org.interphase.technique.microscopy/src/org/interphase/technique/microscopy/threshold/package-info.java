/** Grey levels that divide a histogram. */
package org.interphase.technique.microscopy.threshold;
