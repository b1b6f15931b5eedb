package org.interphase.api;

/**
 * A kind of data a technique knows.
 *
 * @param id kind identifier such as {@code xps.region}
 * @param title name for people, for example "XPS region"
 * @param shape curve, stack, raster, table or series
 */
public record KindInfo(String id, String title, String shape) {
}
