package org.interphase.testkit.layering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rooms of a technique: the class of the technique alone at the root, readers in {@code reader}, operations in
 * {@code operation} with their parameters nested, views in {@code figure}, reference tables in {@code reference}, and
 * science in rooms named by the field, never by what code in general is called.
 */
final class TechniqueRooms {

    /** Rooms that mean the same in each; the others are named by the field. */
    static final Set<String> FIXED = Set.of("reader", "operation", "reference", "figure");

    private static final Set<String> NAMELESS = Set.of("internal", "impl", "util", "utils", "common", "misc", "helper",
            "helpers", "op", "ops", "operations", "io", "read", "readers", "tables", "views");
    private static final Pattern PARAMETERS = Pattern.compile("implements Operation<\\s*\\w+,\\s*([\\w.]+)>");

    private TechniqueRooms() {
    }

    /**
     * What is in the wrong room.
     *
     * @param file path below the technique's root package, with '/'
     * @param source text of the file
     */
    static List<String> violations(String file, String source) {
        List<String> out = new ArrayList<>();
        int slash = file.lastIndexOf('/');
        String name = file.substring(slash + 1);
        List<String> rooms = slash < 0 ? List.of() : List.of(file.substring(0, slash).split("/"));
        if (rooms.isEmpty() && !name.endsWith("Technique.java") && !name.equals("package-info.java")) {
            out.add(file + ": only the technique stands at the root");
        }
        rooms.stream().filter(NAMELESS::contains).forEach(r -> out.add(file + ": '" + r + "' names no field"));
        String first = rooms.isEmpty() ? "" : rooms.get(0);
        if (source.matches("(?s).*\\bimplements (\\w+, )*DatasetReader\\b.*") && !first.equals("reader")) {
            out.add(file + ": a reader belongs in reader");
        }
        if (source.contains("implements DatasetView") && !first.equals("figure")) {
            out.add(file + ": a view belongs in figure");
        }
        if (source.contains("new ReferenceTable(") && !first.equals("reference")) {
            out.add(file + ": a reference table belongs in reference");
        }
        Matcher operation = PARAMETERS.matcher(source);
        while (operation.find()) {
            if (!first.equals("operation")) {
                out.add(file + ": an operation belongs in operation");
            }
            if (!operation.group(1).endsWith(".Parameters")) {
                out.add(file + ": the parameters of an operation are its nested record Parameters, not "
                        + operation.group(1));
            }
        }
        return out;
    }
}
