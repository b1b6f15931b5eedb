/** How well a distribution is known from one picture. */
package org.interphase.technique.microscopy.sampling;
