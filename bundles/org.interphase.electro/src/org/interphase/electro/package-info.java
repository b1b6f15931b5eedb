/** Records of potentiostats and cyclers: what every technique on them shares. */
package org.interphase.electro;
