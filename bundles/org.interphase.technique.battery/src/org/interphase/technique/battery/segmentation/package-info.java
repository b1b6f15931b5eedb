/** From the rows of a record to steps, half cycles and cycles. */
package org.interphase.technique.battery.segmentation;
