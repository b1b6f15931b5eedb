/** What the accuracy of an instrument adds to numbers, and which part of it cancels in differences and ratios. */
package org.interphase.technique.battery.instrument;
