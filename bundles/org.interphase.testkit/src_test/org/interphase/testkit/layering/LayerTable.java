package org.interphase.testkit.layering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may import whom, as read from the table {@code | bundle | responsibility | may import |} of ARCHITECTURE.md.
 * A row allows what it names and, through that, what the named rows allow.
 */
final class LayerTable {

    /** Rows below which nobody may see a window toolkit. */
    private static final String FIRST_UI_ROW = "ui";

    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "JDK", List.of(),
            "units library", List.of("javax.measure", "tech.units", "tech.uom"),
            "Commons Math", List.of("org.apache.commons.math3"));

    private record Row(String name, Set<String> bundles, List<String> libraries, boolean anyLibrary) {
    }

    private final Map<String, Row> rows;

    private LayerTable(Map<String, Row> rows) {
        this.rows = rows;
    }

    /**
     * Reads the first table whose header is {@code bundle | responsibility | may import}.
     *
     * @param markdown text of the page
     * @return the table
     * @throws IllegalArgumentException if there is no such table or a cell names something unknown
     */
    static LayerTable parse(String markdown) {
        List<List<String>> cells = new ArrayList<>();
        boolean inTable = false;
        for (String line : markdown.lines().toList()) {
            if (line.replace(" ", "").equalsIgnoreCase("|bundle|responsibility|mayimport|")) {
                inTable = true;
            } else if (inTable && line.startsWith("|")) {
                if (!line.matches("[|\\s:-]+")) {
                    cells.add(cellsOf(line));
                }
            } else if (inTable) {
                break;
            }
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("no table '| bundle | responsibility | may import |'");
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        cells.forEach(row -> names.add(row.get(0)));
        for (List<String> row : cells) {
            rows.put(row.get(0), rowOf(row.get(0), row.get(2), names));
        }
        return new LayerTable(rows);
    }

    private static List<String> cellsOf(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1).split("\\|")) {
            cells.add(cell.replace("`", "").replace("(", "").replace(")", "").strip());
        }
        if (cells.size() < 3) {
            throw new IllegalArgumentException("a row needs three cells: " + line);
        }
        return cells;
    }

    private static Row rowOf(String name, String mayImport, Set<String> names) {
        Set<String> bundles = new LinkedHashSet<>();
        List<String> libraries = new ArrayList<>();
        boolean onlyNamedLibraries = mayImport.contains("JDK");
        String everything = "everything above";
        if (mayImport.startsWith(everything)) {
            for (String other : names) {
                if (other.equals(name)) {
                    break;
                }
                String excepted = mayImport.substring(everything.length());
                boolean technique = other.startsWith("technique");
                if (!(technique && excepted.contains("techniques"))
                        && !Pattern.compile("\\b" + Pattern.quote(other) + "\\b").matcher(excepted).find()) {
                    bundles.add(other);
                }
            }
            return new Row(name, bundles, List.of(), true);
        }
        for (String part : mayImport.split(",")) {
            String token = part.strip();
            if (names.contains(token)) {
                bundles.add(token);
            } else if (LIBRARIES.containsKey(token)) {
                libraries.addAll(LIBRARIES.get(token));
            } else if (token.equals("own technique")) {
                bundles.add("technique.<x>");
            } else if (!token.equals("own libraries")) {
                throw new IllegalArgumentException("row " + name + " names something unknown: '" + token + "'");
            }
        }
        return new Row(name, bundles, libraries, !onlyNamedLibraries);
    }

    /** The row a bundle belongs to, or null; {@code name} is the symbolic name without {@code org.interphase.}. */
    private Row rowFor(String name) {
        Row exact = rows.get(name);
        if (exact != null) {
            return exact;
        }
        for (Row row : rows.values()) {
            String pattern = row.name().replace(".", "\\.").replace("<x>", "[a-z0-9]+");
            if (name.matches(pattern)) {
                return row;
            }
        }
        return null;
    }

    boolean knows(String bundle) {
        return rowFor(bundle) != null;
    }

    /** Whether an arrow from one own bundle to another is allowed (names without {@code org.interphase.}). */
    boolean allows(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        Row source = rowFor(from);
        Row target = rowFor(to);
        if (source == null || target == null) {
            return false;
        }
        if (target.name().startsWith("technique.")) {
            // only the workbench part of a technique, and only its own
            return source.bundles().contains(target.name()) && from.equals(to + ".ui");
        }
        return reachable(source, new LinkedHashSet<>()).contains(target.name());
    }

    private Set<String> reachable(Row row, Set<String> seen) {
        for (String name : row.bundles()) {
            if (seen.add(name)) {
                reachable(rows.get(name), seen);
            }
        }
        return seen;
    }

    /** Whether a bundle may import a package that is not ours. */
    boolean allowsLibrary(String bundle, String importedPackage) {
        Row row = rowFor(bundle);
        if (row == null) {
            return false;
        }
        return row.anyLibrary() && !row.name().equals("api")
                || row.libraries().stream().anyMatch(prefix -> importedPackage.startsWith(prefix))
                || importedPackage.startsWith("java.") || importedPackage.startsWith("jdk.")
                || importedPackage.startsWith("javax.xml")
                || importedPackage.startsWith("org.w3c.dom") || importedPackage.startsWith("org.xml.sax");
    }

    /** Whether a bundle may see SWT, JFace, the workbench, data binding, or AWT and Swing windows. */
    boolean mayShowWindows(String bundle) {
        return bundle.equals(FIRST_UI_ROW) || bundle.startsWith(FIRST_UI_ROW + ".") || bundle.endsWith(".ui");
    }
}
