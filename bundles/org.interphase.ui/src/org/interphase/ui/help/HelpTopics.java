package org.interphase.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Recipe;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.api.parameters.TextValue;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.unit.Numbers;

/** All pages of help: two that are written, and one for each recipe and operation from what they say of themselves. */
final class HelpTopics {

    /** Identifier of the page for the first ten minutes. */
    static final String TOUR = "tour";
    /** Identifier of the page of keys and gestures. */
    static final String GESTURES = "gestures";
    /** Identifier of the page on the layout of reports. */
    static final String REPORT = "report";
    private static final String HEADING = "# ";
    private static final String PART = "## ";
    private static final int DIGITS = 6;

    private HelpTopics() {
    }

    /** All pages in the order of a list. */
    static List<HelpTopic> all(TechniqueRegistry registry) {
        List<HelpTopic> out = new ArrayList<>(List.of(written(TOUR), written(GESTURES),
                written(REPORT)));
        Comparator<HelpTopic> byTitle = Comparator.comparing(t -> t.title().toLowerCase(Locale.ROOT));
        registry.recipes().stream().map(r -> recipe(r, registry)).sorted(byTitle).forEach(out::add);
        registry.operations().stream().map(o -> operation(o.info())).sorted(byTitle).forEach(out::add);
        return out;
    }

    /** Identifiers and titles of all pages, without making them. */
    static Map<String, String> titles(TechniqueRegistry registry) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String id : List.of(TOUR, GESTURES, REPORT)) {
            out.put(id, written(id).title());
        }
        registry.recipes().forEach(r -> out.put(ofRecipe(r.id()), title(r)));
        registry.operations().forEach(o -> out.put(ofOperation(o.info().id()), title(o.info())));
        return out;
    }

    private static String title(Recipe r) {
        return NLS.bind(Messages.HelpTopics_recipe, r.title());
    }

    private static String title(OperationInfo<?, ?> info) {
        return NLS.bind(Messages.HelpTopics_step, info.title());
    }

    /** The page of an operation. */
    static String ofOperation(String operation) {
        return "operation " + operation;
    }

    /** The page of a recipe. */
    static String ofRecipe(String recipe) {
        return "recipe " + recipe;
    }

    static HelpTopic recipe(Recipe r, TechniqueRegistry registry) {
        List<HelpTopic.Part> parts = new ArrayList<>(List.of(new HelpTopic.Part("", "", r.help())));
        parts.add(new HelpTopic.Part("", Messages.HelpTopics_steps, r.steps().stream().map(s ->
                registry.operation(s.operation())
                .map((Operation<?, ?> o) -> o.info().title()).orElse(s.operation()))
                .collect(Collectors.joining(Messages.HelpTopics_then + ' '))));
        return new HelpTopic(ofRecipe(r.id()), title(r), parts);
    }

    static HelpTopic operation(OperationInfo<?, ?> info) {
        List<HelpTopic.Part> parts = new ArrayList<>(List.of(new HelpTopic.Part("", "", info.help())));
        fields(Parameters.fields(info.parameters()), "", "", parts);
        if (!info.citations().isEmpty()) {
            parts.add(new HelpTopic.Part("", Messages.HelpTopics_published,
                    info.citations().stream().map(Citation::text)
                    .collect(Collectors.joining("\n"))));
        }
        return new HelpTopic(ofOperation(info.id()), title(info), parts);
    }

    @SuppressWarnings("unchecked")
    private static void fields(List<ParameterField> fields, String path, String label, List<HelpTopic.Part> out) {
        for (ParameterField f : fields) {
            String at = path.isEmpty() ? f.name() : path + "." + f.name();
            String named = label.isEmpty() ? f.label() : label + " > " + f.label();
            String unit = f.unit().isOne() ? "" : " (" + f.unit().pretty() + ")";
            out.add(new HelpTopic.Part(at, named + unit, (f.help() + " " + limits(f)).strip()));
            if (f.element() != null && f.element().isRecord() && !TextValue.class.isAssignableFrom(f.element())) {
                fields(Parameters.fields((Class<? extends Record>) f.element()), at, named, out);
            } else if (f.type() == ParameterField.Type.GROUP) {
                fields(Parameters.fields((Class<? extends Record>) f.javaType()), at, named, out);
            }
        }
    }

    /** What may be entered, and what holds where nothing is. */
    private static String limits(ParameterField f) {
        List<String> said = new ArrayList<>();
        boolean below = Double.isFinite(f.max());
        boolean above = Double.isFinite(f.min());
        if (above || below) {
            said.add(above && below ? NLS.bind(Messages.HelpTopics_between, number(f.min()), number(f.max()))
                    : above ? NLS.bind(Messages.HelpTopics_least, number(f.min()))
                            : NLS.bind(Messages.HelpTopics_most, number(f.max())));
        }
        if (f.type() == ParameterField.Type.CHOICE) {
            said.add(NLS.bind(Messages.HelpTopics_choices, String.join(", ", f.choices())));
        }
        if (!f.defaultText().isEmpty()) {
            said.add(NLS.bind(Messages.HelpTopics_default, f.defaultText()));
        } else if (f.mayBeAutomatic()) {
            said.add(Messages.HelpTopics_chosen);
        }
        return String.join(" ", said);
    }

    private static String number(double value) {
        return Numbers.plain(value, DIGITS);
    }

    /** The anchor of a parameter of a form: elements of a list are all explained at one place. */
    static String anchor(String path) {
        return path.replaceAll("\\[\\d+\\]", "");
    }

    /** The page of this identifier, if there is one. */
    static Optional<HelpTopic> find(List<HelpTopic> all, String id) {
        return all.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** A page that stands beside this class: a heading, and parts with headings of their own. */
    static HelpTopic written(String id) {
        String text;
        try (InputStream in = HelpTopics.class.getResourceAsStream(NLS.bind(Messages.HelpTopics_page, id))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String title = id;
        List<HelpTopic.Part> parts = new ArrayList<>();
        for (String block : text.split("\n\\s*\n")) {
            String b = block.strip();
            if (b.startsWith(HEADING)) {
                title = b.substring(HEADING.length());
            } else if (b.startsWith(PART)) {
                int end = b.indexOf('\n');
                String heading = b.substring(PART.length(), end < 0 ? b.length() : end);
                // a field may be about a part of a written page, which is found by its heading
                parts.add(new HelpTopic.Part(heading, heading, end < 0 ? "" : flowing(b.substring(end + 1))));
            } else if (!b.isEmpty()) {
                parts.add(new HelpTopic.Part("", "", flowing(b)));
            }
        }
        return new HelpTopic(id, title, parts);
    }

    /** Lines of a list stay lines; others flow. */
    private static String flowing(String text) {
        return text.strip().replaceAll("\n(?!- )\\s*", " ").replaceAll("(?m)^- ", "\u2022 ");
    }
}
