package org.interphase.api.parameters;

/** Numbers as people write them in parameter texts. */
final class ParameterText {

    private ParameterText() {
    }

    static double number(String text) {
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no number", e);
        }
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no number");
        }
        // a negative zero is no other number to people, but to a comparison of records
        return value + 0.0;
    }

    /** The shortest text that reads back to the same number, whole numbers without ".0". */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }
}
