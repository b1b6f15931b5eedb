/** A technique of a made-up instrument, small enough to see through: for tests of everything that runs techniques. */
package org.interphase.testkit.toy;
