package org.interphase.ui.form;

import java.util.List;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;

/** Which field of a list's elements names them. */
public final class ElementNames {

    private ElementNames() {
    }

    /** The field "name", else the first text field of the elements of a list; empty if there is neither. */
    @SuppressWarnings("unchecked")
    public static String key(List<ParameterField> fields, String list) {
        return fields.stream().filter(f -> f.name().equals(list) && f.type() == ParameterField.Type.LIST
                && f.element().isRecord()).findFirst()
                .map(f -> key(Parameters.fields((Class<? extends Record>) f.element()))).orElse("");
    }

    /** The field "name", else the first text field; empty if there is neither. */
    static String key(List<ParameterField> element) {
        List<String> texts = element.stream().filter(f -> f.type() == ParameterField.Type.TEXT)
                .map(ParameterField::name).toList();
        return texts.contains("name") ? "name" : texts.isEmpty() ? "" : texts.get(0);
    }
}
