package org.interphase.technique.battery.reader;

import java.util.Locale;

/** What the words of instruments say about the direction of the current. */
final class CellState {

    private CellState() {
    }

    /** 1 for charging, -1 for discharging, 0 for resting, NaN where a word says none of them. */
    static double direction(String word) {
        String w = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-/]", "");
        if (w.matches("r|rest|pause|pau|p|ocv|idle|ruhe|ruhephase|stand|standby|静置|搁置|静止|s|suspend|suspended|stop|"
                + "end|opencircuit.*|relax.*|repos")) {
            return 0;
        }
        if (w.matches("d|dis|dch|dchg|discharge|discharging|entladen|entladung|放电|(?:cc|cv|cp|cr|cccv|cpcv|pulse|"
                + "power|constantcurrent)?(?:dchg|discharge|dch|dis|disc).*|.*放电|(?:cc|cv)?entlad.*|.*discharge")) {
            return -1;
        }
        if (w.matches("c|chg|cha|charge|charging|laden|ladung|充电|(?:cc|cv|cp|cr|cccv|cpcv|pulse|power|"
                + "constantcurrent)?(?:chg|charge|cha).*|.*充电|(?:cc|cv)?(?:lade).*|.*charge")) {
            return 1;
        }
        return Double.NaN;
    }
}
