package org.interphase.model;

/**
 * Something an operation found and hands on with the dataset: a background, a fit result, a list of bands. Products
 * are immutable; a later step asks the dataset for the type it needs.
 */
public interface Product {

    /** What this is, in a few words for people. */
    String title();
}
