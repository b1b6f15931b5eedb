package org.interphase.technique.battery.reader;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a Neware cycler was doing, by the number its files give it. Facts from public descriptions of the format
 * (NewareNDA, BSD-3-Clause); 1, 2, 4 and 7 were seen in files here.
 */
final class NewareStatus {

    private static final Map<Integer, String> NAMES = new TreeMap<>();

    static {
        put(1, "CC charge", 2, "CC discharge", 3, "CV charge", 4, "rest", 5, "cycle", 7, "CCCV charge", 8,
                "CP discharge", 9, "CP charge", 10, "CR discharge", 13, "pause", 16, "pulse", 17, "SIM", 19,
                "CV discharge", 20, "CCCV discharge", 21, "control", 22, "OCV", 26, "CPCV discharge", 27,
                "CPCV charge");
    }

    private NewareStatus() {
    }

    private static void put(Object... numbersAndNames) {
        for (int i = 0; i < numbersAndNames.length; i += 2) {
            NAMES.put((Integer) numbersAndNames[i], (String) numbersAndNames[i + 1]);
        }
    }

    /** Whether the number is known. */
    static boolean isKnown(int status) {
        return NAMES.containsKey(status);
    }

    /** The name of a number. */
    static String name(int status) {
        return NAMES.getOrDefault(status, "status " + status);
    }
}
