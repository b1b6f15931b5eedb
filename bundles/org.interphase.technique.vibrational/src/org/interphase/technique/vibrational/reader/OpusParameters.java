package org.interphase.technique.vibrational.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Metadata;

/** One parameter block of an OPUS file: three-letter names with numbers or text, up to "END". */
final class OpusParameters {

    private static final Map<String, String> TERMS = Map.ofEntries(Map.entry("SNM", "sample"),
            Map.entry("SFM", "sample form"), Map.entry("CNM", "operator"), Map.entry("EXP", "experiment file"),
            Map.entry("NSS", "scans"), Map.entry("RES", "resolution"), Map.entry("APF", "apodisation"),
            Map.entry("INS", "instrument"), Map.entry("SRC", "source"), Map.entry("BMS", "beam splitter"),
            Map.entry("DTC", "detector"), Map.entry("ACC", "accessory"), Map.entry("RLP", "laser power"),
            Map.entry("RLW", "laser wavenumber"), Map.entry("DAT", "date"), Map.entry("TIM", "time"));

    private final Map<String, Object> values = new LinkedHashMap<>();

    private OpusParameters() {
    }

    static OpusParameters read(Bytes bytes, long offset, long length) throws DatasetFormatException {
        OpusParameters out = new OpusParameters();
        long at = offset;
        long end = offset + length;
        while (at + 8 <= end) {
            String name = bytes.text(at, 3);
            if (name.equals("END") || name.isEmpty()) {
                return out;
            }
            int type = bytes.u16(at + 4, "parameter type");
            int size = 2 * bytes.u16(at + 6, "parameter length");
            if (at + 8 + size > end) {
                throw bytes.error(at, "parameter '" + name + "' runs out of its block");
            }
            if (type == 0 && size >= 4) {
                out.values.put(name, (double) bytes.i32(at + 8, name));
            } else if (type == 1 && size >= 8) {
                out.values.put(name, bytes.f64(at + 8, name));
            } else {
                out.values.put(name, bytes.text(at + 8, size));
            }
            at += 8 + size;
        }
        return out;
    }

    /** A number; NaN if missing or text. */
    double number(String name) {
        return values.get(name) instanceof Double d ? d : Double.NaN;
    }

    /** A text; empty if missing. */
    String text(String name) {
        return values.get(name) instanceof String s ? s : "";
    }

    /** The metadata with the entries known here added. */
    Metadata describe(Metadata so) {
        Metadata m = so;
        for (Map.Entry<String, Object> e : values.entrySet()) {
            String term = TERMS.get(e.getKey());
            if (term != null && !m.has(term)) {
                boolean wavenumber = term.equals("resolution") || term.equals("laser wavenumber");
                m = e.getValue() instanceof Double d && wavenumber ? m.with(term, d, "cm-1")
                        : m.with(term, e.getValue());
            }
        }
        return m;
    }
}
