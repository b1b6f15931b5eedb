package org.interphase.electro.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/** Finds the temperature of a measurement: metadata first, then a column, then the file name. */
public final class Temperatures {

    /** 0 degC in K, exact by definition. */
    public static final double ZERO_CELSIUS = 273.15;

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern NAMED = Pattern.compile("(^|.)([-+]?)" + NUMBER
            + " ?(degC|deg|\u00b0C|\u00b0|C|K)(?![A-Za-z0-9])");

    private Temperatures() {
    }

    /** Temperature in K of a dataset, where something tells it. */
    public static OptionalDouble kelvin(Dataset dataset) {
        OptionalDouble stated = dataset.metadata().number("temperature", "K");
        if (stated.isPresent()) {
            return stated;
        }
        if (dataset instanceof Table t) {
            for (Column c : t.columns()) {
                if (c.name().toLowerCase(Locale.ROOT).startsWith("temp")
                        && c.unit().isCompatible(Unit.of("K"))) {
                    double mean = Arrays.stream(c.values(Unit.of("K"))).filter(Double::isFinite).average()
                            .orElse(Double.NaN);
                    if (mean > 0) {
                        return OptionalDouble.of(mean);
                    }
                }
            }
        }
        OptionalDouble named = inName(dataset.metadata().text("file").orElse(dataset.name()));
        return named.isPresent() ? named : inName(dataset.name());
    }

    /**
     * Temperature in K that a file name tells: {@code s04147-140deg} (140 degC: a dash behind a letter or digit
     * separates), {@code PEIS_-25C} (-25 degC), {@code cell 298K}.
     */
    public static OptionalDouble inName(String name) {
        Matcher m = NAMED.matcher(name);
        while (m.find()) {
            String before = m.group(1);
            String sign = m.group(2);
            if (!before.isEmpty() && sign.isEmpty() && Character.isLetterOrDigit(before.charAt(0))) {
                continue;
            }
            boolean separator = !before.isEmpty() && Character.isLetterOrDigit(before.charAt(0));
            double value = Double.parseDouble(m.group(3)) * (sign.equals("-") && !separator ? -1 : 1);
            double kelvin = m.group(4).equals("K") ? value : value + ZERO_CELSIUS;
            if (kelvin > 0) {
                return OptionalDouble.of(kelvin);
            }
        }
        return OptionalDouble.empty();
    }

    /** Metadata with the temperature from the file name where the file itself tells none. */
    public static Metadata complete(Metadata metadata, String file) {
        return complete(metadata, file, "file name");
    }

    /** Metadata with the temperature from a text where the file itself tells none; {@code source} says what text. */
    public static Metadata complete(Metadata metadata, String file, String source) {
        if (metadata.has("temperature")) {
            return metadata;
        }
        OptionalDouble kelvin = inName(file);
        return kelvin.isEmpty() ? metadata
                : metadata.with("temperature", Math.round((kelvin.getAsDouble() - ZERO_CELSIUS) * 1e6) / 1e6, "degC")
                        .with("temperature source", source);
    }
}
