/** Surface topography: what there is to read, to do and to see. */
package org.interphase.technique.topography;
