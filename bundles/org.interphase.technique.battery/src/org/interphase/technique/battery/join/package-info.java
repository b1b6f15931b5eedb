/** Several files that are parts of one test, put one behind the other. */
package org.interphase.technique.battery.join;
