/** Plug-ins: jars in a folder of the user, what they declare, and loading them so that a broken one harms nobody. */
package org.interphase.engine.plugin;
