package org.interphase.api.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a parameter record. Types that may be used: double, int, long, boolean, String, enum, boxed
 * Double or Integer (null means automatic), a {@link TextValue} such as {@link Range}, {@link Constrained} or
 * {@link Region}, a nested record, and List of nested records or of any of the former.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {

    /** Label in forms, a noun with capital letter. */
    String label();

    /** Unit of a number as plain text. */
    String unit() default "1";

    /** Default value in text form; empty means automatic (boxed types), an empty text or an empty list. */
    String def() default "";

    /** Smallest permitted number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest permitted number. */
    double max() default Double.POSITIVE_INFINITY;

    /** One or two sentences: what it does and how to choose it. */
    String help();

    /** Whether it belongs in the folded-away part of a form. */
    boolean advanced() default false;

    /** What it is bound to in the picture. */
    Picture picture() default Picture.NONE;

    /** What a parameter is bound to in the picture, so that it can be set by pointing. */
    enum Picture {
        /** Nothing. */
        NONE,
        /** A position on the horizontal axis. */
        X,
        /** A position on the vertical axis. */
        Y,
        /** A range of the horizontal axis (type {@link Range}). */
        X_RANGE,
        /** A region of an image (type {@link Region}). */
        REGION,
        /** A pixel value of an image, set by a line in the histogram of the picture that the step gets. */
        LEVEL
    }
}
