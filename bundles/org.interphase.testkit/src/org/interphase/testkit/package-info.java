/** What tests of other bundles share: the contract every technique passes, and access to recorded data. */
package org.interphase.testkit;
