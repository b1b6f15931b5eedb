package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.interphase.model.unit.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordHeadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Current(A)|CURRENT|A
            Voltage (V)|VOLTAGE|V
            test_time_second|TIME|s
            Seconds|TIME|s
            Volts|VOLTAGE|V
            Amps|CURRENT|A
            mAmps|CURRENT|mA
            mAmp-hr|CAPACITY|mA.h
            Amp-hr|CAPACITY|A.h
            mWatt-hr|ENERGY|mW.h
            Chg. Cap.(Ah)|CHARGE_CAPACITY|A.h
            DChg. Cap.(mAh)|DISCHARGE_CAPACITY|mA.h
            Ecell/V|VOLTAGE|V
            Ewe/V|VOLTAGE|V
            time/s|TIME|s
            电流(mA)|CURRENT|mA
            电压(V)|VOLTAGE|V
            充电容量(mAh)|CHARGE_CAPACITY|mA.h
            循环号|CYCLE|
            工步类型|STATE|
            charging_capacity_ampere_hour|CHARGE_CAPACITY|A.h
            Charging Capacity / Ah|CHARGE_CAPACITY|A.h
            Test Time / s|TIME|s
            Cycle Count / 1|CYCLE|1
            voltage_volt|VOLTAGE|V
            current_ampere|CURRENT|A
            ~Time[h]|TIME|h
            t-Step[h]|STEP_TIME|h
            U[V]|VOLTAGE|V
            I[A]|CURRENT|A
            Ah[Ah]|CAPACITY|A.h
            T1[°C]|TEMPERATURE|degC
            Cell_Temperature_C|TEMPERATURE|degC
            Run Time (h)|TIME|h
            Potential (V)|VOLTAGE|V
            Charge Capacity (mWh)|CHARGE_ENERGY|mW.h
            Total Time (Seconds)|TIME|s
            Internal Resistance (Ohm)|INTERNAL_RESISTANCE|ohm
            DC Internal Resistance (mOhm)|INTERNAL_RESISTANCE|mohm
            Cycle C|CYCLE|
            Cyc#|CYCLE|
            Md|STATE|
            DPt Time|DATE|
            Datenum_d|DATE|d
            Spannung [V]|VOLTAGE|V
            Strom/mA|CURRENT|mA
            Cap. [Ah]|CAPACITY|A.h
            Spec. Cap.(mAh/g)||mA.h/g
            Cycle P||
            Power(W)||W
            dQ/dV(mAh/V)||mA.h/V
            I / mA/cm2||mA/cm2
            Cycle Charge Time (Seconds)||s
            50% DoD (mV)||mV
            """)
    void aHeadingSaysWhatItsColumnHoldsAndInWhichUnit(String text, RecordRole role, String unit) {
        RecordHeading h = RecordHeading.of(text);
        assertEquals(role, h.role().orElse(null), h.toString());
        assertEquals(unit, h.unit().map(Unit::text).orElse(null), h.toString());
    }
}
