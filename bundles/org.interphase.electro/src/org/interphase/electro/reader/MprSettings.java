package org.interphase.electro.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Metadata;

/**
 * What the modules of settings and of the log of an EC-Lab binary file say of the cell and the measurement. The places
 * are facts found by comparing files with their text export, and from public descriptions of the format (galvani,
 * yadg); a place that holds nothing plausible gives nothing.
 */
final class MprSettings {

    /** Bytes of either module that are looked at. */
    static final int LENGTH = 8192;

    /** Names of techniques by the number the settings begin with; 4, 6, 24, 25, 29, 51 and 108 were seen in files. */
    private static final Map<Integer, String> TECHNIQUES = new HashMap<>(Map.of(0x04, "GCPL", 0x06, "CV", 0x0b, "OCV",
            0x18, "CA", 0x19, "CP", 0x1c, "Wait", 0x1d, "Potentio Electrochemical Impedance Spectroscopy", 0x1e,
            "Galvano Electrochemical Impedance Spectroscopy", 0x6c, "LSV", 0x7f, EcLabImpedance.MODULO_BAT));

    static {
        TECHNIQUES.put(0x33, "Cyclic Voltammetry Advanced");
    }

    private static final int COMMENT = 0x07;
    private static final int ACTIVE_MASS = 0x107;
    private static final int MATERIAL = 0x11e;
    private static final int ELECTROLYTE = 0x1c0;
    private static final int AREA = 0x211;
    private static final int REFERENCE = 0x215;
    private static final int CHARACTERISTIC_MASS = 0x24c;
    private static final int MASS_UNIT = 0x251;
    private static final int CAPACITY = 0x25c;
    private static final int CAPACITY_UNIT = 0x260;

    private static final int CHANNEL = 9;
    private static final int SERIAL = 0xab;
    private static final int SOFTWARE = 0x3b7;
    private static final int DEVICE = 0x3cf;

    private MprSettings() {
    }

    /** What the module of settings says. */
    static Metadata settings(Metadata metadata, byte[] content) {
        if (content.length == 0) {
            return metadata;
        }
        ByteBuffer b = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int number = content[0] & 0xff;
        Metadata m = metadata.with("technique", TECHNIQUES.getOrDefault(number, "EC-Lab technique " + number));
        m = m.with("comment", text(content, COMMENT)).with("electrode material", text(content, MATERIAL))
                .with("electrolyte", text(content, ELECTROLYTE)).with("reference electrode", text(content, REFERENCE));
        int unit = MASS_UNIT < content.length ? content[MASS_UNIT] : 0;
        m = EcLabCell.area(m, entered(b, AREA));
        m = EcLabCell.masses(m, entered(b, ACTIVE_MASS), "mg", entered(b, CHARACTERISTIC_MASS),
                unit == 1 ? "g" : unit == 2 ? "mg" : "");
        int capacityUnit = CAPACITY_UNIT < content.length ? content[CAPACITY_UNIT] : 0;
        double capacity = entered(b, CAPACITY);
        // kept in mA.h; the unit is that of the display. How displays in A.h are kept was not seen
        return capacity > 0 && (capacityUnit == 1 || capacityUnit == 2) ? m.with("battery capacity", capacity, "mA.h")
                : m;
    }

    /** What the module of the log says. */
    static Metadata log(Metadata metadata, byte[] content) {
        ByteBuffer b = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Metadata m = metadata;
        if (content.length > SERIAL + 2) {
            m = m.with("channel", (content[CHANNEL] & 0xff) + 1 + " (SN " + (b.getShort(SERIAL) & 0xffff) + ")");
        }
        String software = text(content, SOFTWARE);
        if (software != null && software.matches("\\d{1,2}[.]\\d{1,3}")) {
            String device = text(content, DEVICE);
            m = m.with("software", "EC-Lab v" + software)
                    .with("instrument", device == null ? null : "BioLogic (SN " + device + ")");
        }
        String started = started(b);
        return started == null ? m : m.with("acquisition started", started).with(RecordColumns.STARTED, started);
    }

    /** The start is a date in days since 1899-12-30 at one of a few places, depending on the version. */
    private static String started(ByteBuffer b) {
        for (int at : new int[] {465, 469, 473, 585}) {
            double days = at + 8 <= b.limit() ? b.getDouble(at) : 0;
            if (days > 30000 && days < 80000) {
                return LocalDateTime.of(1899, 12, 30, 0, 0).plus(Math.round(days * 86400e3), ChronoUnit.MILLIS)
                        .toString();
            }
        }
        return null;
    }

    private static double entered(ByteBuffer b, int at) {
        return at + 4 <= b.limit() ? Double.parseDouble(Float.toString(b.getFloat(at))) : Double.NaN;
    }

    /** Text with its length before it; null where there is none or the place holds something else. */
    private static String text(byte[] content, int at) {
        int length = at < content.length ? content[at] & 0xff : 0;
        if (length == 0 || at + 1 + length > content.length) {
            return null;
        }
        String text = new String(content, at + 1, length, StandardCharsets.ISO_8859_1).strip();
        return text.isEmpty() || text.equals("(unspecified)") || text.chars().anyMatch(c -> c < 9) ? null : text;
    }
}
