package org.interphase.api;

import java.util.List;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
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
