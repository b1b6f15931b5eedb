package org.interphase.api;

/**
 * Something the field expects a report on a kind of data to state. The report lists files whose metadata do not say it.
 *
 * @param kind kind of data, as identifier
 * @param key metadata key that holds it, for example "pass energy"
 * @param why who asks for it or what it is needed for, a short phrase
 */
public record ReportingItem(String kind, String key, String why) {
}
