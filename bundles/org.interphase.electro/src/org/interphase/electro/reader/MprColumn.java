package org.interphase.electro.reader;

import java.util.HashMap;
import java.util.Map;

/**
 * A column of an EC-Lab binary record, by the number the file gives it. The format is not published; numbers, names
 * and widths are facts found by comparing binary files with their text export (the files this project reads with a
 * text twin confirm 1-9, 11, 13, 19-21, 24, 31, 32, 35-39, 65, 70, 76, 77, 123-126, 131, 168, 174, 434, 435, 438, 441,
 * 467 and 468; the others are known from public descriptions of the format, galvani and yadg, and unverified here).
 *
 * @param heading as EC-Lab's text export writes it
 * @param type stored type
 */
record MprColumn(String heading, Type type) {

    /** Stored types, little endian. */
    enum Type {
        U8(1), U16(2), U32(4), F32(4), F64(8);

        final int width;

        Type(int width) {
            this.width = width;
        }
    }

    /** A column packed into the flags byte. */
    record Flag(String heading, int mask) {
    }

    private static final Map<Integer, MprColumn> COLUMNS = new HashMap<>();
    private static final Map<Integer, Flag> FLAGS = Map.of(1, new Flag("mode", 0x03), 2, new Flag("ox/red", 0x04), 3,
            new Flag("error", 0x08), 21, new Flag("control changes", 0x10), 31, new Flag("Ns changes", 0x20), 65,
            new Flag("counter inc.", 0x80));

    /** Numbers that some versions give to harmonics of the counter electrode instead: told apart by the width. */
    private static final Map<Integer, MprColumn> HARMONICS = new HashMap<>();

    static {
        put(Type.F64, 4, "time/s", 7, "dq/mA.h", 11, "<I>/mA", 13, "(Q-Qo)/mA.h", 23, "dQ/mA.h", 24, "cycle number",
                74, "|Energy|/W.h", 123, "Energy charge/W.h", 124, "Energy discharge/W.h", 125,
                "Capacitance charge/uF", 126, "Capacitance discharge/uF", 182, "step time/s", 211,
                "Q charge/discharge/mA.h", 438, "step time/s", 467, "Q charge/discharge/mA.h", 498, "Q charge/mA.h",
                499, "Q discharge/mA.h", 500, "step time/s", 501, "Efficiency/%", 502, "Capacity/mA.h");
        put(Type.F32, 5, "control/V/mA", 6, "Ewe/V", 8, "I/mA", 9, "Ece/V", 16, "Analog IN 1/V", 17, "Analog IN 2/V",
                19, "control/V", 20, "control/mA", 26, "Rapp/Ohm", 27, "Ewe-Ece/V", 32, "freq/Hz", 33, "|Ewe|/V", 34,
                "|I|/A", 35, "Phase(Z)/deg", 36, "|Z|/Ohm", 37, "Re(Z)/Ohm", 38, "-Im(Z)/Ohm", 69, "R/Ohm", 70,
                "P/W", 75, "Analog OUT/V", 76, "<I>/mA", 77, "<Ewe>/V", 78, "Cs-2/uF-2", 96, "|Ece|/V", 98,
                "Phase(Zce)/deg", 99, "|Zce|/Ohm", 100, "Re(Zce)/Ohm", 101, "-Im(Zce)/Ohm", 163, "|Estack|/V", 168,
                "Rcmp/Ohm", 169, "Cs/uF", 172, "Cp/uF", 173, "Cp-2/uF-2", 174, "<Ewe>/V", 178, "(Q-Qo)/C", 179,
                "dQ/C", 217, "THD Ewe/%", 218, "THD I/%", 220, "NSD Ewe/%", 221, "NSD I/%", 223, "NSR Ewe/%", 224,
                "NSR I/%", 422, "Phase(Zstack)/deg", 423, "|Zstack|/Ohm", 424, "Re(Zstack)/Ohm", 425,
                "-Im(Zstack)/Ohm", 426, "<Estack>/V", 430, "Phase(Zwe-ce)/deg", 431, "|Zwe-ce|/Ohm", 432,
                "Re(Zwe-ce)/Ohm", 433, "-Im(Zwe-ce)/Ohm", 434, "(Q-Qo)/C", 435, "dQ/C", 441, "<Ece>/V", 462,
                "Temperature/\u00b0C", 471, "<Ece>/V", 473, "THD Ewe/%", 474, "THD I/%", 476, "NSD Ewe/%", 477,
                "NSD I/%", 479, "NSR Ewe/%", 480, "NSR I/%", 505, "Rdc/Ohm", 241, "|E1|/V", 242, "|E2|/V", 271,
                "Phase(Z1)/deg", 272, "Phase(Z2)/deg", 301, "|Z1|/Ohm", 302, "|Z2|/Ohm", 326, "P/W", 331, "Re(Z1)/Ohm",
                332, "Re(Z2)/Ohm", 361, "-Im(Z1)/Ohm", 362, "-Im(Z2)/Ohm", 391, "<E1>/V", 392, "<E2>/V", 475,
                "THD Ece/%", 478, "NSD Ece/%", 481, "NSR Ece/%");
        put(Type.F64, 379, "Energy charge/W.h");
        put(Type.U16, 39, "I Range", 131, "Ns", 295, "I Range");
        put(Type.U32, 212, "half cycle", 213, "z cycle", 468, "half cycle", 469, "z cycle");
        put(Type.U8, 509, "Acir/Dcir Control");
        for (int h = 2; h <= 7; h++) {
            HARMONICS.put(496 + h, new MprColumn("|Ece h" + h + "|/V", Type.F32));
            put(Type.F32, 228 + h, "|Ewe h" + h + "|/V", 234 + h, "|I h" + h + "|/A", 484 + h, "|Ewe h" + h + "|/V",
                    490 + h, "|I h" + h + "|/A");
        }
    }

    private static void put(Type type, Object... numbersAndHeadings) {
        for (int i = 0; i < numbersAndHeadings.length; i += 2) {
            COLUMNS.put((Integer) numbersAndHeadings[i], new MprColumn((String) numbersAndHeadings[i + 1], type));
        }
    }

    /** The column of this number, or null. */
    static MprColumn find(int number) {
        return COLUMNS.get(number);
    }

    /** The column of this number where harmonics of the counter electrode are recorded, or null. */
    static MprColumn findHarmonic(int number) {
        return HARMONICS.getOrDefault(number, COLUMNS.get(number));
    }

    /** The flag of this number, or null. */
    static Flag flag(int number) {
        return FLAGS.get(number);
    }
}
