/** Units as plain text, physical quantities with uncertainty, and how numbers are written for people. */
package org.interphase.model.unit;
