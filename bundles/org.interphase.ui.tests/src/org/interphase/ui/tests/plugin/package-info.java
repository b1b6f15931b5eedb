/** Classes that a test packs into the jar of a plug-in. */
package org.interphase.ui.tests.plugin;
