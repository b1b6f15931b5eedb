/** Views, layers and charts of micrographs. */
package org.interphase.technique.microscopy.figure;
