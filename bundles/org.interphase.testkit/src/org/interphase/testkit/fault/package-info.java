/** A file system that fails when it is told to. */
package org.interphase.testkit.fault;
