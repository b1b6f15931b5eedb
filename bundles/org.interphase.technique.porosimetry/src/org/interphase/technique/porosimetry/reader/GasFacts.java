package org.interphase.technique.porosimetry.reader;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.Metadata;
import org.interphase.technique.porosimetry.sorption.Gas;

/** What the lines above an isotherm say of gas and bath. */
final class GasFacts {

    private static final Pattern NAME = Pattern.compile("(?i)\\b(?:analysis\\s*gas|adsorptive|adsorbate|messgas|gas)\\b"
            + "(?:\\s*name)?[\\s\"',;:=]*([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern BATH = Pattern.compile("(?i)\\b(?:bath|adsorption|analysis(?:\\s*bath)?)\\s*"
            + "temp(?:erature|\\.)?[\\s\"',;:=\\[(]*(K\\b)?[\\s\"',;:=\\])]*(-?\\d+(?:[.,]\\d+)?)[\\s\"',;]*"
            + "(K\\b|\u00b0 ?C|deg ?C|C\\b)?");
    private static final double KELVIN = 273.15;

    private GasFacts() {
    }

    static Metadata of(Metadata before, List<String> lines) {
        String text = String.join("\n", lines);
        Metadata m = before;
        Matcher name = NAME.matcher(text);
        for (int from = 0; name.find(from); from = name.start(1)) {
            Optional<String> gas = Gas.named(name.group(1));
            if (gas.isPresent()) {
                m = m.with(Gas.KEY, gas.get());
                break;
            }
        }
        Matcher bath = BATH.matcher(text);
        if (bath.find()) {
            double t = Double.parseDouble(bath.group(2).replace(',', '.'));
            boolean celsius = bath.group(3) != null && !bath.group(3).equalsIgnoreCase("K");
            boolean kelvin = bath.group(1) != null || bath.group(3) != null && !celsius;
            // without a unit only a temperature below 0 tells which it is
            if (celsius || !kelvin && t < 0) {
                m = m.with(Gas.BATH, t + KELVIN, "K");
            } else if (kelvin) {
                m = m.with(Gas.BATH, t, "K");
            }
        }
        return m;
    }
}
