package org.interphase.api;

/**
 * A published source of a method or value.
 *
 * @param key short key such as "Shirley 1972"
 * @param text full reference as printed in a report
 */
public record Citation(String key, String text) {
}
