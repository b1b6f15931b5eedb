package org.interphase.engine.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A package a plug-in wants from the program, with the versions it was made for (OSGi Core 8, 3.2.6).
 *
 * @param name of the package
 * @param from lowest version
 * @param fromIncluded whether that one itself will do
 * @param to highest version; null for any
 * @param toIncluded whether that one itself will do
 * @param optional whether the plug-in can do without
 */
public record PackageImport(String name, PackageVersion from, boolean fromIncluded, PackageVersion to,
        boolean toIncluded, boolean optional) {

    /** Requires a name and a lowest version. */
    public PackageImport {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
    }

    /**
     * What an Import-Package header asks for.
     *
     * @param header text of the header; null for none
     * @throws IllegalArgumentException if it is malformed
     */
    static List<PackageImport> parse(String header) {
        List<PackageImport> out = new ArrayList<>();
        for (ManifestHeader.Clause c : ManifestHeader.parse(header)) {
            boolean optional = "optional".equals(c.directives().get("resolution"));
            for (String name : c.names()) {
                out.add(of(name, c.attributes().getOrDefault("version", "0"), optional));
            }
        }
        return List.copyOf(out);
    }

    private static PackageImport of(String name, String range, boolean optional) {
        String text = range.strip();
        if (!text.startsWith("[") && !text.startsWith("(")) {
            return new PackageImport(name, PackageVersion.parse(text), true, null, false, optional);
        }
        String[] ends = text.substring(1, Math.max(1, text.length() - 1)).split(",");
        char last = text.charAt(text.length() - 1);
        if (ends.length != 2 || last != ']' && last != ')') {
            throw new IllegalArgumentException("'" + range + "' is no range of versions");
        }
        return new PackageImport(name, PackageVersion.parse(ends[0]), text.charAt(0) == '[',
                PackageVersion.parse(ends[1]), last == ']', optional);
    }

    /** Whether a version will do. */
    public boolean accepts(PackageVersion version) {
        int low = version.compareTo(from);
        if (low < 0 || low == 0 && !fromIncluded) {
            return false;
        }
        int high = to == null ? -1 : version.compareTo(to);
        return high < 0 || high == 0 && toIncluded;
    }

    /** The versions as the manifest writes them. */
    public String versions() {
        return to == null ? from + " or later"
                : (fromIncluded ? "[" : "(") + from + "," + to + (toIncluded ? "]" : ")");
    }
}
