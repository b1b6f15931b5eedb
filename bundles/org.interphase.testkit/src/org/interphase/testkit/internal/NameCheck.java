package org.interphase.testkit.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interphase.api.Citation;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Technique;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.DataKind;
import org.interphase.testkit.Violation;

/** Identifiers, titles and help texts. */
public final class NameCheck {

    private static final Set<String> SHAPES = Set.of("curve", "stack", "raster", "table", "series");

    private final Technique technique;
    private final Set<String> prefixes;
    private final List<Violation> out = new ArrayList<>();

    private NameCheck(Technique technique) {
        this.technique = technique;
        this.prefixes = Stream.concat(Stream.of(technique.id()),
                technique.kinds().stream().map(k -> k.id().split("[.-]")[0])).collect(Collectors.toSet());
    }

    /** How the names of a technique are wrong. */
    public static List<Violation> check(Technique technique) {
        NameCheck check = new NameCheck(technique);
        check.run();
        return List.copyOf(check.out);
    }

    private void run() {
        if (!technique.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            named(technique.id(), "a technique's identifier is lower-case words joined by '-'");
        }
        documented(technique.id(), "title", technique.title());
        unique("kind", technique.kinds().stream().map(KindInfo::id).toList());
        for (KindInfo kind : technique.kinds()) {
            if (!SHAPES.contains(kind.shape())) {
                named(kind.id(), "there is no shape '" + kind.shape() + "'");
            }
            try {
                DataKind.of(kind.id());
            } catch (IllegalArgumentException e) {
                named(kind.id(), e.getMessage());
            }
            documented(kind.id(), "title", kind.title());
        }
        unique("reader", technique.readers().stream().map(DatasetReader::id).toList());
        technique.readers().forEach(this::reader);
        unique("operation", technique.operations().stream().map(o -> o.info().id()).toList());
        technique.operations().forEach(this::operation);
        unique("recipe", technique.recipes().stream().map(Recipe::id).toList());
        technique.recipes().forEach(this::recipe);
        technique.reportingChecklist().forEach(i -> {
            if (technique.kinds().stream().noneMatch(k -> k.id().equals(i.kind()))) {
                named(i.kind(), "the reporting checklist names a kind the technique does not know");
            }
            documented(i.kind() + ", " + i.key(), "reason in the reporting checklist", i.why());
        });
        for (ReferenceTable table : technique.referenceTables()) {
            prefixed(table.id(), '.', table.id().split("\\.")[0]);
            int source = table.columns().indexOf("source");
            if (source < 0) {
                named(table.id(), "a reference table needs a column 'source'");
            } else if (table.rows().stream().anyMatch(r -> r.get(source).isBlank())) {
                named(table.id(), "a row has no source");
            }
        }
    }

    private void named(String subject, String message) {
        out.add(new Violation("named", subject, message));
    }

    private void documented(String subject, String what, String text) {
        if (text == null || text.isBlank()) {
            out.add(new Violation("documented", subject, "has no " + what));
        }
    }

    private void unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> named(id, "two of a technique's " + what
                + "s have this identifier"));
    }

    // what other bundles share keeps its own name
    private boolean own(Object thing) {
        return thing.getClass().getName().startsWith(technique.getClass().getPackageName() + ".");
    }

    private void prefixed(String id, char separator, String prefix) {
        if (!prefixes.contains(prefix) || id.length() <= prefix.length() || id.charAt(prefix.length()) != separator) {
            named(id, "must begin with one of " + prefixes + " and '" + separator + "'");
        }
    }

    private void reader(DatasetReader reader) {
        if (!reader.id().matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            named(reader.id(), "is no reader identifier");
        }
        if (own(reader)) {
            prefixed(reader.id(), '.', reader.id().split("[.]")[0]);
        }
        documented(reader.id(), "title", reader.title());
        if (reader.extensions().stream().anyMatch(e -> !e.equals(e.toLowerCase(java.util.Locale.ROOT))
                || e.startsWith("."))) {
            named(reader.id(), "extensions are lower case without dot, not " + reader.extensions());
        }
        if (reader.kinds().isEmpty()) {
            named(reader.id(), "names no kinds");
        }
    }

    private void operation(Operation<?, ?> operation) {
        String id = operation.info().id();
        if (own(operation)) {
            prefixed(id, '.', id.split("[.]")[0]);
        }
        if (operation.info().version() < 1) {
            named(id, "versions begin at 1");
        }
        documented(id, "title", operation.info().title());
        documented(id, "help", operation.info().help());
        for (Citation c : operation.info().citations()) {
            documented(id, "key of a citation", c.key());
            documented(id, "text of citation " + c.key(), c.text());
        }
        fields(id, operation.info().parameters(), new HashSet<>());
    }

    private void fields(String id, Class<? extends Record> type, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        List<ParameterField> fields;
        try {
            fields = Parameters.fields(type);
        } catch (IllegalStateException e) {
            named(id, e.getMessage());
            return;
        }
        for (ParameterField f : fields) {
            String subject = id + "." + f.name();
            documented(subject, "label", f.label());
            documented(subject, "help", f.help());
            if (!f.label().isBlank() && Character.isLowerCase(f.label().charAt(0)) && f.label().length() > 2) {
                out.add(new Violation("documented", subject, "label '" + f.label() + "' begins with a small letter"));
            }
            try {
                f.unit();
            } catch (IllegalArgumentException e) {
                named(subject, e.getMessage());
            }
            Class<?> nested = f.element() != null ? f.element() : f.javaType();
            if (nested.isRecord() && !org.interphase.api.parameters.TextValue.class.isAssignableFrom(nested)) {
                fields(subject, nested.asSubclass(Record.class), seen);
            }
        }
    }

    private void recipe(Recipe recipe) {
        prefixed(recipe.id(), '/', recipe.id().split("[/]")[0]);
        documented(recipe.id(), "title", recipe.title());
        documented(recipe.id(), "help", recipe.help());
        if (recipe.steps().isEmpty()) {
            named(recipe.id(), "has no steps");
        }
        if (recipe.applies().kinds().isEmpty()) {
            named(recipe.id(), "does not say which kinds of data it is for");
        }
    }
}
