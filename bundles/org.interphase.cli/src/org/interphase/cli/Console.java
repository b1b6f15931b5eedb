package org.interphase.cli;

import java.io.PrintStream;

/**
 * Where a verb writes.
 *
 * @param out results, and nothing else
 * @param err progress, remarks and errors
 * @param interactive whether {@code err} is a terminal, so that lines may be overwritten
 */
record Console(PrintStream out, PrintStream err, boolean interactive) {
}
