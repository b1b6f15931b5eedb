/** The command line: verbs over the engine, for people and for scripts. */
package org.interphase.cli;
