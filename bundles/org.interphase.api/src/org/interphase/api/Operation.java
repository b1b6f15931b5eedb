package org.interphase.api;

import java.util.List;
import java.util.Map;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.api.parameters.ReadyText;
import org.interphase.model.Dataset;

/**
 * One thing done to a dataset. Stateless, deterministic (random numbers come from a seed parameter), safe to use
 * from several threads, and never changes its input.
 *
 * @param <D> shape of the input
 * @param <P> annotated parameter record, see {@link org.interphase.api.parameters.Param}
 */
public interface Operation<D extends Dataset, P extends Record> {

    /** Name, version, input, parameters, citations. */
    OperationInfo<D, P> info();

    /**
     * Does it.
     *
     * @param input the dataset, with the products of earlier steps
     * @param parameters validated against the annotations
     * @param progress to be told how far it is; cancels by
     *     {@link java.util.concurrent.CancellationException}
     * @throws AnalysisException if there is no result, saying what to do
     */
    Outcome apply(D input, P parameters, Progress progress) throws AnalysisException;

    /**
     * Texts to pick from for a text parameter, which can also be typed. The default offers none.
     *
     * @param path path of the parameter without indexes, for example {@code circuit} or {@code circuits.circuit}
     */
    default List<ReadyText> readyTexts(String path) {
        return List.of();
    }

    /**
     * What is wrong with parameters beyond what their annotations say and can be told without data, so that a form
     * shows it beside the entry. {@link #apply} must still check.
     *
     * @return reason by the path of the parameter, for example {@code components[0].shape}; empty if all is well
     */
    default Map<String, String> problems(P parameters) {
        return Map.of();
    }

    /**
     * Parameters after one of them was changed in a form, with others that no longer mean anything dropped.
     *
     * @param changed name of the parameter that was changed
     */
    default P afterChange(P parameters, String changed) {
        return parameters;
    }

    /**
     * Whether its place in a recipe is before all other steps, as of a calibration: the workbench puts it there.
     */
    default boolean comesFirst() {
        return false;
    }

    /**
     * The sentence for the methods section of a report. The default lists the title and the parameters that matter;
     * override to write it as the field does.
     */
    default String methods(P parameters) {
        StringBuilder out = new StringBuilder(info().title());
        List<ParameterField> fields = Parameters.fields(info().parameters());
        String separator = " (";
        for (ParameterField field : fields) {
            Object value = field.get(parameters);
            if (value == null || value instanceof List<?> list && list.isEmpty() || value.equals("")
                    || value.equals(false)) {
                continue;
            }
            String shown = value instanceof List<?> list ? list.size() + " entries"
                    : String.valueOf(Parameters.encodeValue(value));
            out.append(separator).append(field.label().toLowerCase(java.util.Locale.ROOT));
            if (!value.equals(true)) {
                out.append(' ').append(shown);
                if (!field.unit().isOne()) {
                    out.append('\u00a0').append(field.unit().pretty());
                }
            }
            separator = ", ";
        }
        return separator.equals(", ") ? out.append(").").toString() : out.append('.').toString();
    }
}
