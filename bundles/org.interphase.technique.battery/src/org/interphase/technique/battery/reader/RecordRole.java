package org.interphase.technique.battery.reader;

import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.unit.Unit;

/**
 * What a column of a cycler's record can hold, with the names instruments give it (English, German, French, Chinese).
 * Names are in lower case without blanks, underscores, dots, dashes and unit.
 */
enum RecordRole {
    STEP_TIME(RecordColumns.STEP_TIME, "s", "steptime|timeinstep|tstep|tset|stepduration|schrittzeit|schrittdauer|"
            + "relativetime|相对时间|工步时间|步骤时间|tempsdepas"),
    TIME(RecordColumns.TIME, "s", "time|t|testtime|totaltime|cumulativetime|elapsedtime|runtime|testduration|"
            + "progtime|programtime|programduration|programmdauer|programmzeit|experimenttime|timesincestart|zeit|"
            + "testzeit|gesamtzeit|prüfzeit|prüfdauer|laufzeit|temps|tempstotal|测试时间|总时间|累计时间|运行时间|时间"),
    DATE(RecordColumns.DATE, "s", "date|datetime|dateandtime|dateandtimeutc|datetimeutc|realtime|abstime|absolutetime|"
            + "dpttime|timestamp|datenum|unixtime|epochtime|epoch|systemtime|systime|localtime|wallclock|datum|"
            + "datumzeit|datumuhrzeit|uhrzeit|zeitstempel|horodatage|绝对时间|系统时间|日期|日期时间|真实时间"),
    VOLTAGE(RecordColumns.VOLTAGE, "V", "voltage|v|u|e|volt|potential|cellvoltage|vcell|voltagecell|cellpotential|"
            + "terminalvoltage|batteryvoltage|batvolt|ubat|ecell|ewe|eweece|ewevsref|workingelectrodepotential|"
            + "spannung|zellspannung|klemmenspannung|potentiel|tension|tensioncellule|电压|电池电压|单体电压"),
    CURRENT(RecordColumns.CURRENT, "A", "current|i|cellcurrent|currentcell|appliedcurrent|batterycurrent|ibat|strom|"
            + "cur|zellstrom|stromstärke|courant|intensité|电流"),
    CYCLE(RecordColumns.CYCLE, "1", "cyclec|cycle|cycleindex|cyclenumber|cyclenum|cycleno|cyclenr|cycleid|cyc|cycno|"
            + "cyccount|cyclecount|cyclecounter|cycles|totalcycle|totcycle|fullcycle|zyklus|zyklusnr|zyklusnummer|"
            + "zyklen|cyclenuméro|循环|循环号|循环序号|循环次数|循环数"),
    STEP(RecordColumns.STEP, "1", "step|stepindex|stepnumber|stepnum|stepno|stepnr|stepid|stepcount|ns|line|schritt|"
            + "schrittnr|schrittnummer|pas|工步|工步号|工步序号|步骤|步次|步号"),
    CHARGE_CAPACITY(RecordColumns.CHARGE_CAPACITY, "A.h", "(?:charge|charging|chg)(?:cap|capacity|q|ah)|"
            + "(?:cap|capacity|capacitance|q|ah)(?:charge|charging|chg|cha|ch)|ahlad|"
            + "cyclechargecapacity|cumulativechargecapacity|cumulativechargingcapacity|ladekapazität|"
            + "capacitédecharge|充电容量"),
    DISCHARGE_CAPACITY(RecordColumns.DISCHARGE_CAPACITY, "A.h", "(?:discharge|discharging|dchg|disc|dis|dischg)(?:cap|"
            + "capacity|q|ah)|(?:cap|capacity|capacitance|q|ah)(?:discharge|discharging|dchg|dch|dis|dischg)|ahela|"
            + "cumulativedischargecapacity|cumulativedischargingcapacity|entladekapazität|capacitédedécharge|放电容量"),
    CAPACITY(RecordColumns.CAPACITY, "A.h", "capacity|cap|q|ah|ahaccu|ahakku|amphr|ahstep|stepcapacity|netcapacity|"
            + "kapazität|ladung|capacité|容量"),
    CHARGE_ENERGY(RecordColumns.CHARGE_ENERGY, "W.h", "(?:charge|charging|chg)(?:energy|ener|wh|eng)|"
            + "(?:energy|ener|engy|wh)(?:charge|charging|chg|cha|ch)|cumulativechargeenergy|cumulativechargingenergy|"
            + "ladeenergie|energiedecharge|充电能量"),
    DISCHARGE_ENERGY(RecordColumns.DISCHARGE_ENERGY, "W.h", "(?:discharge|discharging|dchg|disc|dis|dischg)(?:energy|"
            + "ener|wh|eng)|(?:energy|ener|engy|wh)(?:discharge|discharging|dchg|dch|dis|dischg)|"
            + "cumulativedischargeenergy|cumulativedischargingenergy|entladeenergie|energiededécharge|放电能量"),
    ENERGY(RecordColumns.ENERGY, "W.h", "energy|ener|wh|whaccu|watthr|stepenergy|netenergy|energie|énergie|能量"),
    TEMPERATURE(RecordColumns.TEMPERATURE, "degC", "celltemperature|celltemp|temperaturecell|cellsurfacetemperature|"
            + "temperature|temp|temperaturet1|temperature1|temp1|t1|auxtemperature1|auxtemp1|auxtemperature|"
            + "temperatur|zelltemperatur|température|ambienttemperature|ambienttemp|environmenttemperature|温度|"
            + "电池温度|辅助温度"),
    INTERNAL_RESISTANCE(RecordColumns.INTERNAL_RESISTANCE, "ohm", "internalresistance|dcinternalresistance|dcir|ri|"
            + "innenwiderstand|résistanceinterne|内阻|dcir内阻"),
    STATE(RecordColumns.STATE, "1", "state|md|mode|steptype|stepname|stepstate|status|steptypename|zustand|"
            + "schritttyp|betriebsart|command|befehl|kommando|工步类型|工步名称|工作模式|状态|工步状态|类型"),
    CHANNEL("channel", "1", "cell|channel|chan|channelno|channelindex|channelid|channelnumber|cellnr|kanal|通道|通道号");

    private final String column;
    private final Unit unit;
    private final Pattern names;

    RecordRole(String column, String unit, String names) {
        this.column = column;
        this.unit = Unit.of(unit);
        this.names = Pattern.compile(names);
    }

    /** The role of a name in lower case without blanks, underscores, dots and dashes; empty if it is none of them. */
    static Optional<RecordRole> of(String name) {
        for (RecordRole r : values()) {
            if (r.names.matcher(name).matches()) {
                return Optional.of(r);
            }
        }
        return Optional.empty();
    }

    /** The role of a column name of {@link RecordColumns}, in which people state columns. */
    static Optional<RecordRole> stated(String what) {
        for (RecordRole r : values()) {
            if (r.column.equalsIgnoreCase(what.strip())) {
                return Optional.of(r);
            }
        }
        return of(RecordHeading.key(what));
    }

    /** Name of the column in a table. */
    String column() {
        return column;
    }

    /** Unit of the column in a table. */
    Unit unit() {
        return unit;
    }

    /** Whether a number of it means nothing without a unit. */
    boolean needsUnit() {
        return !unit.isOne() && this != DATE;
    }

    /** Whether a unit can be one of this role. */
    boolean takes(Unit other) {
        return unit.isOne() ? other.isOne() : other.isCompatible(unit);
    }
}
