package org.interphase.technique.battery.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.interphase.model.unit.Unit;

/**
 * Whose software wrote a table, told from its headings and what stands above them, and what that software fixes: units
 * it never writes, and which way its current counts. What a file states comes before what its software fixes.
 */
enum Instrument {
    /** BTSDA of Neware: units stand in the headings; charging is positive. */
    NEWARE("Neware", true, Map.of()),
    /**
     * MITS Pro of Arbin: headings without unit are s, A, V, A.h, W.h (the columns of its data base); charging is
     * positive.
     */
    ARBIN("Arbin", true, Map.of(RecordRole.TIME, "s", RecordRole.STEP_TIME, "s", RecordRole.CURRENT, "A",
            RecordRole.VOLTAGE, "V", RecordRole.CHARGE_CAPACITY, "A.h", RecordRole.DISCHARGE_CAPACITY, "A.h",
            RecordRole.CHARGE_ENERGY, "W.h", RecordRole.DISCHARGE_ENERGY, "W.h", RecordRole.TEMPERATURE, "degC",
            RecordRole.INTERNAL_RESISTANCE, "ohm")),
    /**
     * MIMS of Maccor: headings without unit are A, V, A.h, W.h; times without unit may be s, min or h, which the dates
     * beside them tell. The current has a sign or, in older exports, none.
     */
    MACCOR("Maccor", false, Map.of(RecordRole.CURRENT, "A", RecordRole.VOLTAGE, "V", RecordRole.CAPACITY, "A.h",
            RecordRole.ENERGY, "W.h", RecordRole.TEMPERATURE, "degC")),
    /** Novonix: units stand in the headings; charging is positive. */
    NOVONIX("Novonix", true, Map.of()),
    /** PEC: units stand in the headings; charging is positive. */
    PEC("PEC", true, Map.of()),
    /** Basytec: units stand in the headings; charging is positive. */
    BASYTEC("Basytec", true, Map.of(RecordRole.TEMPERATURE, "degC")),
    /** Digatron: units stand in a row of their own; charging is positive. */
    DIGATRON("Digatron", true, Map.of()),
    /** LAND (Landt): units stand in the headings. */
    LANDT("Landt", false, Map.of()),
    /** Battery Data Format: units stand in the headings; charging is positive by its definition. */
    BDF("Battery Data Format", true, Map.of()),
    /** Battery Archive: units stand in the headings; charging is positive. */
    BATTERY_ARCHIVE("Battery Archive", true, Map.of()),
    /** A potentiostat: an oxidising current is positive (IUPAC 1976), which for a cell is a charging one. */
    POTENTIOSTAT("", true, Map.of()),
    /** Nothing tells whose it is. */
    UNKNOWN("", false, Map.of());

    private final String title;
    private final boolean chargePositive;
    private final Map<RecordRole, String> units;

    Instrument(String title, boolean chargePositive, Map<RecordRole, String> units) {
        this.title = title;
        this.chargePositive = chargePositive;
        this.units = units;
    }

    /** Whose software wrote a table. */
    static Instrument of(List<RecordHeading> headings, List<String> above) {
        Set<String> keys = headings.stream().map(h -> RecordHeading.key(h.name())).collect(Collectors.toSet());
        Set<String> whole = headings.stream().map(h -> RecordHeading.key(h.text())).collect(Collectors.toSet());
        String text = String.join("\n", above.subList(0, Math.min(above.size(), 100)));
        if (text.contains("[Summary]") && text.contains("Novonix")) {
            return NOVONIX;
        }
        if (text.contains("TestRegime")) {
            return PEC;
        }
        if (text.contains("Digatron") || keys.contains("progtime") && keys.contains("ahaccu")) {
            return DIGATRON;
        }
        if (text.contains("Basytec") || text.contains("BaSyTec")
                || headings.stream().anyMatch(h -> h.text().startsWith("~Time"))) {
            return BASYTEC;
        }
        if ((keys.contains("rec") || keys.contains("rec#")) && (keys.contains("cyc") || keys.contains("cyclec")
                || keys.contains("cyclep") || keys.contains("cycle"))) {
            return MACCOR;
        }
        if (whole.contains("testtimesecond") || whole.contains("testtimes") && whole.contains("voltagev")
                && headings.stream().anyMatch(h -> h.text().contains(" / "))) {
            return BDF;
        }
        if (keys.contains("environmenttemperature") && keys.contains("celltemperature")
                || keys.contains("mincurrent") && keys.contains("maxvoltage")) {
            return BATTERY_ARCHIVE;
        }
        if (keys.contains("datapoint") && keys.contains("testtime")) {
            return ARBIN;
        }
        if ((keys.contains("steptype") || keys.contains("stepname") || keys.contains("工步类型"))
                && (keys.contains("datapoint") || keys.contains("recordid") || keys.contains("数据序号")
                        || keys.contains("chgcap") || keys.contains("capacity") || keys.contains("record"))) {
            return NEWARE;
        }
        return text.contains("LANDdt") || text.contains("LANHE") || text.contains("Land Battery") ? LANDT : UNKNOWN;
    }

    /** Name for people; empty for none. */
    String title() {
        return title;
    }

    /** Whether its software counts a charging current positive. */
    boolean isChargePositive() {
        return chargePositive;
    }

    /** The unit its software means where a heading of a role has none. */
    Optional<Unit> unit(RecordRole role) {
        return Optional.ofNullable(units.get(role)).map(Unit::of);
    }
}
