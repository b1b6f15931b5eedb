package org.interphase.api;

import java.util.List;
import java.util.Map;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.api.parameters.ReadyText;
import org.interphase.api.parameters.TextValue;
import org.interphase.model.Dataset;
import org.interphase.model.unit.Numbers;

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
     * Where what it does with these parameters is published. The default is all that {@link #info} cites; override
     * where a parameter chooses among methods, since a report cites only what was done.
     */
    default List<Citation> citations(P parameters) {
        return info().citations();
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
            String shown = value == null ? "" : brief(value);
            if (shown.isBlank() || value.equals(false)) {
                continue;
            }
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

    /** A parameter's value in a sentence; of a list of records the first field of each, which names it. */
    private static String brief(Object value) {
        return switch (value) {
            case List<?> list when list.size() > 6 -> list.size() + " entries";
            case List<?> list -> String.join(", ", list.stream().map(Operation::brief).toList());
            case Double d -> Numbers.plain(d, 6);
            case Enum<?> e -> String.valueOf(Parameters.encodeValue(e));
            case TextValue t -> t.toString().replace(" .. ", " to ");
            case Record r -> {
                Object first = Parameters.encode(r).values().stream().limit(1).reduce(null, (a, b) -> b);
                yield first == null ? "" : brief(first);
            }
            default -> value.toString();
        };
    }
}
