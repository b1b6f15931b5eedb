package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Suggestions;
import org.interphase.numerics.fit.ParameterSpace;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;

/**
 * What an analyst asked of the parameters of a circuit, brought into the form the fit takes.
 *
 * @param space which parameters vary within which bounds
 * @param start start values, NaN where they are to be found; null if none was stated
 */
public record ParameterTable(ParameterSpace space, double[] start) {

    /** Every parameter varies within its default bounds. */
    public static ParameterSpace free(Circuit circuit) {
        return defaults(circuit).build();
    }

    private static ParameterSpace.Builder defaults(Circuit circuit) {
        ParameterSpace.Builder out = new ParameterSpace.Builder(circuit.parameters().size());
        for (int i = 0; i < circuit.parameters().size(); i++) {
            ElementParameter d = circuit.parameters().get(i).definition();
            out.vary(i, d.logarithmic(), d.lower(), d.upper());
        }
        return out;
    }

    /**
     * Reads the settings.
     *
     * @throws AnalysisException naming an unknown parameter, a tie that leads nowhere, or bounds that make no sense
     */
    public static ParameterTable of(Circuit circuit, List<ElementSetting> settings) throws AnalysisException {
        int n = circuit.parameters().size();
        ParameterSpace.Builder space = defaults(circuit);
        int[] source = new int[n];
        double[] start = new double[n];
        Arrays.fill(source, -1);
        Arrays.fill(start, Double.NaN);
        for (ElementSetting s : withPresets(circuit, settings)) {
            int i = index(circuit, s.parameter().strip());
            Constrained c = s.value();
            if (c.isTied()) {
                source[i] = index(circuit, c.tiedTo());
                space.tie(i, source[i], c.ratio(), c.offset());
                continue;
            }
            start[i] = c.start();
            ElementParameter d = circuit.parameters().get(i).definition();
            boolean log = d.logarithmic();
            if (c.fixed()) {
                requireUsable(log, c.start(), s);
                space.fix(i, c.start());
                continue;
            }
            double lower = c.lower() == Double.NEGATIVE_INFINITY ? d.lower()
                    : log ? Math.max(c.lower(), d.lower()) : c.lower();
            double upper = c.upper() == Double.POSITIVE_INFINITY ? d.upper() : c.upper();
            if (!(lower < upper)) {
                throw new AnalysisException("bounds of " + s.parameter() + " leave no room: " + c
                        + (log ? " (it is positive)" : ""));
            }
            space.vary(i, log, lower, upper);
        }
        for (int i = 0; i < n; i++) {
            if (source[i] == i || source[i] >= 0 && source[source[i]] >= 0) {
                throw new AnalysisException(circuit.parameters().get(i).name()
                        + " must follow a parameter that varies or is held, not itself or one that follows another");
            }
        }
        boolean any = Arrays.stream(start).anyMatch(v -> !Double.isNaN(v));
        return new ParameterTable(space.build(), any ? start : null);
    }

    /** What the circuit string states in braces, then the settings; a setting replaces what braces say of it. */
    private static List<ElementSetting> withPresets(Circuit circuit, List<ElementSetting> settings) {
        Set<String> own = settings.stream().map(s -> s.parameter().strip()).collect(Collectors.toSet());
        List<ElementSetting> out = new ArrayList<>();
        circuit.parameters().stream().map(Circuit.Parameter::name)
                .filter(n -> circuit.presets().containsKey(n) && !own.contains(n))
                .forEach(n -> out.add(new ElementSetting(n, circuit.presets().get(n))));
        out.addAll(settings);
        return out;
    }

    private static void requireUsable(boolean positive, double value, ElementSetting s) throws AnalysisException {
        if (positive && !(value > 0)) {
            throw new AnalysisException(s.parameter() + " must be positive, not " + value);
        }
    }

    private static int index(Circuit circuit, String name) throws AnalysisException {
        int i = circuit.indexOf(name);
        if (i < 0) {
            List<String> names = circuit.parameters().stream().map(Circuit.Parameter::name).toList();
            throw new AnalysisException("the circuit " + circuit + " has no parameter '" + name + "'"
                    + Suggestions.phrase(name, names) + "; it has " + String.join(", ", names));
        }
        return i;
    }

    /** The settings with every parameter of the circuit named; those not stated are found from the data. */
    public static List<ElementSetting> listed(Circuit circuit, List<ElementSetting> stated) {
        return circuit.parameters().stream().map(Circuit.Parameter::name).map(name -> stated.stream()
                .filter(s -> s.parameter().strip().equals(name)).findFirst()
                .orElse(new ElementSetting(name, Constrained.AUTO))).toList();
    }

    /** The settings with every start value filled in from a fit. */
    public static List<ElementSetting> resolved(CircuitFit fit, List<ElementSetting> stated) {
        List<ElementSetting> out = new ArrayList<>();
        for (int i = 0; i < fit.p().length; i++) {
            String name = fit.circuit().parameters().get(i).name();
            Constrained c = withPresets(fit.circuit(), stated).stream()
                    .filter(s -> s.parameter().strip().equals(name)).findFirst()
                    .map(ElementSetting::value).orElse(Constrained.AUTO);
            out.add(new ElementSetting(name, c.fixed() ? c : c.withStart(fit.p()[i])));
        }
        return out;
    }
}
