/** Records of potentiostats and cyclers: names of their columns, and one way to read a record of any instrument. */
package org.interphase.electro.record;
