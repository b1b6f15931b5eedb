package org.interphase.engine.plugin;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version of a package or bundle (OSGi Core 8, 3.2.5): three numbers and a qualifier, compared in that order.
 *
 * @param qualifier text that breaks ties; may be empty
 */
public record PackageVersion(int major, int minor, int micro, String qualifier) implements Comparable<PackageVersion> {

    /** What a package without a version has. */
    public static final PackageVersion NONE = new PackageVersion(0, 0, 0, "");

    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([\\w-]+))?)?)?");

    /**
     * A version from its text, such as {@code 1.2} or {@code 1.2.3.beta}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PackageVersion parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version");
        }
        return new PackageVersion(Integer.parseInt(m.group(1)), number(m.group(2)), number(m.group(3)),
                m.group(4) == null ? "" : m.group(4));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(PackageVersion other) {
        return Comparator.comparingInt(PackageVersion::major).thenComparingInt(PackageVersion::minor)
                .thenComparingInt(PackageVersion::micro).thenComparing(PackageVersion::qualifier).compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro + (qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
