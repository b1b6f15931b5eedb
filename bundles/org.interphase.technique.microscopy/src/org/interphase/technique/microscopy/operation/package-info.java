/** What can be done to micrographs and element maps. */
package org.interphase.technique.microscopy.operation;
