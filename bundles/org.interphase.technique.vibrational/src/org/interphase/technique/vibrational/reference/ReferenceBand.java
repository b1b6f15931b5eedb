package org.interphase.technique.vibrational.reference;

import java.util.Map;
import java.util.Optional;

/**
 * One reference band.
 *
 * @param species substance
 * @param form phase or group; may be empty
 * @param position in cm-1
 * @param tolerance half width of the range of positions reported, in cm-1
 * @param weight 1 strong, 0.6 medium, 0.3 weak
 * @param shared whether other forms or many substances have it too
 * @param assignment vibration; may be empty
 * @param source publication, or "unverified"
 */
public record ReferenceBand(String species, String form, double position, double tolerance, double weight,
        boolean shared, String assignment, String source) {

    /** A row of the table; empty if its position is no number. */
    static Optional<ReferenceBand> read(Map<String, String> row) {
        try {
            double tolerance = row.getOrDefault("tolerance", "").isBlank() ? 5
                    : Double.parseDouble(row.get("tolerance"));
            double weight = switch (row.getOrDefault("strength", "m")) {
                case "s" -> 1;
                case "w" -> 0.3;
                default -> 0.6;
            };
            return Optional.of(new ReferenceBand(row.get("species"), row.getOrDefault("form", ""),
                    Double.parseDouble(row.get("position")), tolerance, weight,
                    row.getOrDefault("role", "").equals("shared"), row.getOrDefault("assignment", ""),
                    row.getOrDefault("source", "unverified")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Species and form: "PVDF beta". */
    public String label() {
        return form.isEmpty() || form.equals("any") ? species : species + " " + form;
    }
}
