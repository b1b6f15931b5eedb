import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.interphase.api.DatasetReader;
import org.interphase.engine.registry.TechniqueRegistry;

/**
 * Types of the files the installed readers read, for a desktop: {@code FileTypes TEMPLATE TYPES ENTRY} writes them as
 * shared MIME information to TYPES, and the desktop entry TEMPLATE with their names to ENTRY.
 */
final class FileTypes {

    // names that say nothing of an instrument, or belong to another kind of program everywhere
    private static final Set<String> COMMON = Set.of("csv", "txt", "tsv", "dat", "asc", "prn", "xy", "xlsx", "xlsm",
            "xls", "xlsb", "ods", "parquet", "png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "xml", "raw", "bin",
            "out", "data", "z", "dump", "path", "int", "pro", "par", "res");

    // for which the program is offered beside those that own them
    private static final List<String> OFFERED = List.of("text/csv", "text/tab-separated-values", "image/tiff",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private FileTypes() {
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, DatasetReader> byExtension = new TreeMap<>();
        for (DatasetReader reader : TechniqueRegistry.fromClassPath().readers()) {
            for (String extension : reader.extensions()) {
                String name = extension.toLowerCase(Locale.ROOT);
                if (!COMMON.contains(name) && !name.matches("[0-9]+")) {
                    byExtension.putIfAbsent(name, reader);
                }
            }
        }
        Map<String, List<String>> byType = byExtension.keySet().stream()
                .collect(Collectors.groupingBy(e -> type(byExtension.get(e)), TreeMap::new, Collectors.toList()));
        StringBuilder types = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<mime-info xmlns=\"http://www.freedesktop.org/standards/shared-mime-info\">\n");
        byType.forEach((type, extensions) -> {
            types.append("  <mime-type type=\"").append(type).append("\">\n    <comment>")
                    .append(escaped(byExtension.get(extensions.getFirst()).title())).append("</comment>\n");
            // lighter than the usual 50: a type the desktop knows by the same name stays what it is
            extensions.forEach(e -> types.append("    <glob pattern=\"*.").append(e).append("\" weight=\"40\"/>\n"));
            types.append("  </mime-type>\n");
        });
        Files.writeString(Path.of(arguments[1]), types.append("</mime-info>\n"));
        String names = byType.keySet().stream().map(t -> t + ";").collect(Collectors.joining())
                + OFFERED.stream().map(t -> t + ";").collect(Collectors.joining());
        Files.writeString(Path.of(arguments[2]), Files.readString(Path.of(arguments[0])).replace("@TYPES@", names));
    }

    private static String type(DatasetReader reader) {
        return "application/x-interphase." + reader.id();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
