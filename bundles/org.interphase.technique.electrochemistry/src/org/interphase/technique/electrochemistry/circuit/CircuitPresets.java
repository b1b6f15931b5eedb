package org.interphase.technique.electrochemistry.circuit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.parameters.Constrained;

/**
 * Start values, bounds and a label in braces behind an element, as the extended circuit description code writes them:
 * {@code R{R=50/10/200:sol}} starts at 50 between 10 and 200, {@code C{C=1e-6F}} holds 1e-6, {@code //200} states an
 * upper bound alone, and bounds in percent are relative to the value. A parameter is named by its symbol or its number
 * within the element; Y and n stand for both parameters of a constant phase element.
 *
 * @param byIndex constraints by number of the parameter within the element
 * @param label text behind the colon; empty if there is none
 * @param end index of the character behind the closing brace
 */
record CircuitPresets(Map<Integer, Constrained> byIndex, String label, int end) {

    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final String LIMIT = "(" + NUMBER + "%?|[-+]?inf)";
    private static final Pattern PARAMETER = Pattern.compile("\\s*([^\\s=]+)\\s*=\\s*(" + NUMBER + ")([fF]?)(?:/"
            + LIMIT + "?(?:/" + LIMIT + "?)?)?\\s*");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]+");

    /**
     * Reads braces.
     *
     * @param text whole circuit string
     * @param open index of the opening brace
     * @param element element before it
     */
    static CircuitPresets read(String text, int open, CircuitElement element) {
        int close = text.indexOf('}', open);
        if (close < 0) {
            throw new CircuitSyntaxException(text, open, "'{' is not closed");
        }
        int colon = text.indexOf(':', open);
        int end = colon < 0 || colon > close ? close : colon;
        String label = end == colon ? text.substring(colon + 1, close).strip() : "";
        if (!label.isEmpty() && !LABEL.matcher(label).matches()) {
            throw new CircuitSyntaxException(text, colon + 1, "a label consists of letters and digits, not '" + label
                    + "'");
        }
        Map<Integer, Constrained> out = new LinkedHashMap<>();
        int from = open + 1;
        while (from < end) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 || comma > end ? end : comma;
            parameter(text, from, to, element, out);
            from = to + 1;
        }
        return new CircuitPresets(out, label, close + 1);
    }

    private static void parameter(String text, int from, int to, CircuitElement element,
            Map<Integer, Constrained> out) {
        Matcher m = PARAMETER.matcher(text.substring(from, to));
        if (!m.matches()) {
            throw new CircuitSyntaxException(text, from, "'" + text.substring(from, to).strip() + "' is no start value;"
                    + " write for example {" + names(element).get(0) + "=10}, {" + names(element).get(0)
                    + "=10F} to hold it, or {" + names(element).get(0) + "=10/1/100} with bounds");
        }
        int index = index(element, m.group(1));
        if (index < 0) {
            throw new CircuitSyntaxException(text, from, element.symbol() + " has no parameter '" + m.group(1)
                    + "'; it has " + String.join(", ", names(element)));
        }
        double value = Double.parseDouble(m.group(2));
        Constrained c;
        try {
            c = m.group(3).isEmpty() ? Constrained.bounded(value, limit(m.group(4), value, Double.NEGATIVE_INFINITY),
                    limit(m.group(5), value, Double.POSITIVE_INFINITY)) : Constrained.fixed(value);
        } catch (IllegalArgumentException e) {
            throw new CircuitSyntaxException(text, from, e.getMessage());
        }
        if (out.put(index, c) != null) {
            throw new CircuitSyntaxException(text, from, "'" + m.group(1) + "' is stated twice");
        }
    }

    private static double limit(String text, double value, double none) {
        if (text == null) {
            return none;
        }
        if (text.endsWith("inf")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return text.endsWith("%") ? value * Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                : Double.parseDouble(text);
    }

    private static int index(CircuitElement element, String name) {
        List<String> names = names(element);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name) || name.equals(String.valueOf(i))) {
                return i;
            }
        }
        boolean cpe = element.drawing() == CircuitElement.Drawing.CONSTANT_PHASE;
        return cpe && name.equals("Y") ? 0 : cpe && name.equals("n") ? 1 : -1;
    }

    private static List<String> names(CircuitElement element) {
        return new ArrayList<>(element.parameters().stream().map(ElementParameter::symbol).toList());
    }
}
