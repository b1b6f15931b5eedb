package org.interphase.electro.reader;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/** The header of an EC-Lab or BT-Lab text file. */
final class EcLabHeader {

    private static final Pattern AREA = Pattern.compile("([-+0-9.,eE]+)\\s*cm.*");
    private static final Map<String, String> KEYS = Map.of("Acquisition started on", "acquisition started", "Device",
            "instrument", "Run on channel", "channel", "Electrode material", "electrode material", "Electrolyte",
            "electrolyte", "Comments", "comment", "Technique started on", "technique started", "User", "operator",
            "Initial state", "initial state", "Reference electrode", "reference electrode");
    /** EC-Lab writes the month first: files with days beyond the twelfth, and binary twins, say so. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss[.SSS]", Locale.ROOT);

    private EcLabHeader() {
    }

    /** Name of the technique: the first line with text behind the two that begin the file. */
    static String technique(String[] lines, int header) {
        for (int i = 2; i < header - 1; i++) {
            if (!lines[i].isBlank()) {
                return lines[i].strip();
            }
        }
        return "";
    }

    /** What the header says of the cell and the measurement. */
    static Metadata metadata(String[] lines, int header, String technique) {
        Metadata m = Metadata.EMPTY.with("technique", technique);
        boolean settings = false;
        String active = "";
        String characteristic = "";
        for (int i = 3; i < header - 1; i++) {
            String line = lines[i];
            int colon = line.indexOf(" : ");
            if (colon > 0 && !settings) {
                String key = line.substring(0, colon).strip();
                String value = line.substring(colon + 3).strip();
                if (KEYS.containsKey(key)) {
                    m = m.with(KEYS.get(key), value);
                } else if (key.equals("Electrode surface area")) {
                    Matcher area = AREA.matcher(value);
                    m = area.matches() ? EcLabCell.area(m, InstrumentText.numberOrNaN(area.group(1))) : m;
                } else if (key.equals("Mass of active material")) {
                    active = value;
                } else if (key.equals("Characteristic mass")) {
                    characteristic = value;
                } else if (key.equals("Battery capacity")) {
                    m = capacity(m, value);
                }
                settings = key.equals("Cycle Definition");
            } else if (settings && line.length() > 20 && !line.startsWith("Loop ") && !line.startsWith("Number of")) {
                m = m.with(line.substring(0, 20).strip(), line.substring(20).strip().replaceAll("\\s{2,}", "; "));
            }
        }
        m = EcLabCell.masses(m, number(active), unit(active), number(characteristic), unit(characteristic));
        String started = m.text("acquisition started").map(EcLabHeader::iso).orElse(null);
        m = m.with(RecordColumns.STARTED, started);
        return m.text("Va (mV)").isPresent() ? amplitude(m) : m;
    }

    private static String iso(String date) {
        try {
            return LocalDateTime.parse(date, DATE).toString();
        } catch (DateTimeParseException e) {
            // dates of other forms stay as the file writes them
            return null;
        }
    }

    private static double number(String value) {
        return InstrumentText.numberOrNaN(value.split("\\s+", 2)[0]);
    }

    private static String unit(String value) {
        String[] parts = value.split("\\s+");
        String unit = parts.length == 2 ? EcLabColumns.unit(parts[1]) : "";
        return Unit.isKnown(unit) ? unit : "";
    }

    private static Metadata capacity(Metadata m, String value) {
        double capacity = number(value);
        return capacity > 0 && !unit(value).isEmpty() ? m.with("battery capacity", capacity, unit(value)) : m;
    }

    private static Metadata amplitude(Metadata m) {
        return m.with("amplitude", InstrumentText.numberOrNaN(m.text("Va (mV)").orElse("").split(";", 2)[0]), "mV");
    }
}
