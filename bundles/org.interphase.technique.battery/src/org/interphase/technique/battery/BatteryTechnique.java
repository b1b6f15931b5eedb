package org.interphase.technique.battery;

import java.util.List;
import org.interphase.api.KindInfo;
import org.interphase.api.Technique;
import org.interphase.electro.record.RecordColumns;

/** Batteries: records of cyclers and potentiostats, from cycling and titration to voltammetry and transport numbers. */
public final class BatteryTechnique implements Technique {

    @Override
    public String id() {
        return "battery";
    }

    @Override
    public String title() {
        return "Battery electrochemistry";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(RecordColumns.CYCLING, "Record of a battery cycler", "table"));
    }
}
