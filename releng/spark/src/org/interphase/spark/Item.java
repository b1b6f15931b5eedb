package org.interphase.spark;

import java.io.Serializable;

/**
 * An input of a run.
 *
 * @param input the input
 * @param earlier SHA-256 of its content when it was analysed before by the same recipe and program; empty if it was not
 */
record Item(Input input, String earlier) implements Serializable {
}
