package org.interphase.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.interphase.api.parameters.ParameterException;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.document.DocumentException;

/**
 * Values of parameters as they are typed. A list or a group may be written as recipes are printed, as JSON; the unit
 * of a parameter may stand behind its value.
 */
public final class ParameterValues {

    private ParameterValues() {
    }

    /**
     * A typed value as a plain value that {@link Parameters} takes.
     *
     * @param type record the path begins in
     * @param path path of the parameter, such as {@code components[0].fwhm}
     * @throws ParameterException if a list or group is not well-formed
     */
    public static Object typed(Class<? extends Record> type, String path, String text) {
        Optional<ParameterField> field = field(type, path);
        boolean element = path.endsWith("]");
        String t = text.strip();
        boolean list = !element && field.map(f -> f.type() == ParameterField.Type.LIST).orElse(false);
        boolean group = field.map(f -> f.type() == ParameterField.Type.GROUP
                || element && f.element() != null && f.element().isRecord()).orElse(false);
        if (list && t.startsWith("[") || group && t.startsWith("{")) {
            try {
                return YamlText.read("value", t.getBytes(StandardCharsets.UTF_8)).plain();
            } catch (DocumentException e) {
                throw new ParameterException(path, "the list is not well-formed: " + e.getMessage());
            }
        }
        if (t.equals("null") && field.map(ParameterField::mayBeAutomatic).orElse(false)) {
            // as JSON writes what is left to the operation
            return null;
        }
        String unit = field.map(f -> f.unit().isOne() ? "" : f.unit().text()).orElse("");
        return !unit.isEmpty() && t.endsWith(" " + unit) ? t.substring(0, t.length() - unit.length()).strip() : text;
    }

    private static Optional<ParameterField> field(Class<? extends Record> type, String path) {
        Class<?> here = type;
        ParameterField found = null;
        for (String part : path.split("\\.")) {
            int bracket = part.indexOf('[');
            String name = bracket < 0 ? part : part.substring(0, bracket);
            if (here == null || !here.isRecord()) {
                return Optional.empty();
            }
            found = Parameters.fields(here.asSubclass(Record.class)).stream().filter(f -> f.name().equals(name))
                    .findFirst().orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            here = found.element() != null ? found.element() : found.javaType();
        }
        return Optional.ofNullable(found);
    }
}
