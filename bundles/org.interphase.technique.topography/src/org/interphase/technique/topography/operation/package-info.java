/** What is done to height maps. */
package org.interphase.technique.topography.operation;
