package org.interphase.engine.plugin;

import java.util.List;
import java.util.Locale;

/**
 * A plug-in in the user's folder, as people want to know it.
 *
 * @param id identifier; the file's name where the jar has none
 * @param name for people
 * @param version of the plug-in
 * @param author may be empty
 * @param licence may be empty
 * @param file name of its jar in the folder
 * @param sha256 of that jar, hexadecimal; empty if it could not be read
 * @param state whether it is used
 * @param reason why it is not used; empty if it is
 * @param adds what it brings; nothing if it is not used
 * @param failures what of it failed since it was loaded
 */
public record InstalledPlugin(String id, String name, String version, String author, String licence, String file,
        String sha256, State state, String reason, Adds adds, List<String> failures) {

    /** Copies the list. */
    public InstalledPlugin {
        failures = List.copyOf(failures);
    }

    /** Whether a plug-in is used. */
    public enum State {
        /** It is used. */
        ACTIVE,
        /** The user does not want it. */
        DISABLED,
        /** It cannot be used. */
        REFUSED,
        /** The program was started without plug-ins. */
        NOT_LOADED;

        /** The state as a word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * What a plug-in brings.
     *
     * @param techniques identifiers of techniques
     * @param readers identifiers of file formats
     * @param operations identifiers of operations
     * @param recipes identifiers of recipes
     */
    public record Adds(List<String> techniques, List<String> readers, List<String> operations, List<String> recipes) {

        /** Nothing. */
        public static final Adds NOTHING = new Adds(List.of(), List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Adds {
            techniques = List.copyOf(techniques);
            readers = List.copyOf(readers);
            operations = List.copyOf(operations);
            recipes = List.copyOf(recipes);
        }

        /** Techniques, then formats, then recipes, in one line. */
        public String line() {
            StringBuilder out = new StringBuilder();
            part(out, "technique", techniques);
            part(out, "reader", readers);
            part(out, "operation", operations);
            part(out, "recipe", recipes);
            return out.isEmpty() ? "nothing" : out.toString();
        }

        private static void part(StringBuilder out, String what, List<String> names) {
            if (!names.isEmpty()) {
                out.append(out.isEmpty() ? "" : "; ").append(what).append(names.size() == 1 ? " " : "s ")
                        .append(String.join(", ", names));
            }
        }
    }

    /** Whether it answers to a name: its identifier, or the name of its jar. */
    boolean isCalled(String given) {
        return id.equals(given) || file.equals(given) || file.equals(given + ".jar");
    }
}
