package org.interphase.report;

/**
 * A sample as the report shows it.
 *
 * @param name short name, unique
 * @param description a sentence, or empty
 */
public record ReportSample(String name, String description) {
}
