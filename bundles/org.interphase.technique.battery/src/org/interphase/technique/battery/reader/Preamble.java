package org.interphase.technique.battery.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/** What stands above the headings: keys and values, the start of the test, mass and area. */
final class Preamble {

    private static final Pattern PAIR = Pattern.compile("\\s*[~#]*\\s*([^:=\\t,;]{1,60}?)\\s*"
            + "(?:[:=]\\s*[,;\\t]?|[\\t,;])\\s*(.*?)[\\s,;]*");
    private static final Pattern MASS = Pattern.compile("(?i)(?:active )?mass\\s*\\((mg|g)\\)");
    private static final Pattern AREA = Pattern.compile("(?i)(?:electrode )?area\\s*\\((cm2|cm²|mm2)\\)");
    private static final int MOST = 60;

    private final Metadata metadata;
    private final List<Remark> remarks = new ArrayList<>();

    Preamble(List<String> lines) {
        Metadata m = Metadata.EMPTY;
        int n = 0;
        for (String line : lines) {
            String l = line.replace("\"", "").strip();
            if (l.isEmpty() || l.startsWith("[") || n >= MOST) {
                continue;
            }
            Matcher pair = PAIR.matcher(l);
            if (pair.matches() && !pair.group(2).isBlank() && pair.group(1).chars().anyMatch(Character::isLetter)) {
                m = entry(m, pair.group(1).strip(), pair.group(2).strip());
                n++;
            }
        }
        this.metadata = m;
    }

    private Metadata entry(Metadata m, String key, String value) {
        String k = RecordHeading.key(key);
        if (k.matches("started|starttime|startdate|dateoftest|startedat|startofthetest|testbegin")) {
            List<DateText.Order> orders = DateText.orders(List.of(value));
            byte[] b = value.getBytes(StandardCharsets.ISO_8859_1);
            double s = orders.size() == 1 ? DateText.parse(b, 0, b.length, orders.get(0)) : Double.NaN;
            return Double.isNaN(s) ? m.with(key, value) : m.with(key, value)
                    .with(RecordColumns.STARTED, DateScale.iso(s));
        }
        Matcher mass = MASS.matcher(key);
        Matcher area = AREA.matcher(key);
        if (mass.matches() || area.matches()) {
            double v = number(value);
            EnteredAmounts entered = new EnteredAmounts(m, EnteredAmounts.Untyped.CYCLER);
            if (mass.matches()) {
                entered.mass(key, v, mass.group(1).toLowerCase(Locale.ROOT));
            } else {
                entered.area(key, v, area.group(1).toLowerCase(Locale.ROOT).replace('²', '2'));
            }
            remarks.addAll(entered.remarks());
            if (v > 0) {
                return entered.metadata();
            }
        }
        if (k.equals("channel")) {
            return m.with("channel", value);
        }
        return m.has(key) ? m : m.with(key, value);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    Metadata metadata() {
        return metadata;
    }

    List<Remark> remarks() {
        return remarks;
    }
}
