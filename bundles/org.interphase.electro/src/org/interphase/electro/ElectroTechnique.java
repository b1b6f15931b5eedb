package org.interphase.electro;

import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Technique;
import org.interphase.electro.reader.AutolabTextReader;
import org.interphase.electro.reader.EcLabBinaryReader;
import org.interphase.electro.reader.EcLabLoopReader;
import org.interphase.electro.reader.EcLabTextReader;
import org.interphase.electro.reader.GamryReader;
import org.interphase.electro.record.RecordKinds;

/**
 * Records of potentiostats: the files that hold impedance spectra and records over time alike, and the kinds of those
 * records, contributed once for every technique that stands on them.
 */
public final class ElectroTechnique implements Technique {

    @Override
    public String id() {
        return "electro";
    }

    @Override
    public String title() {
        return "Records of potentiostats";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(RecordKinds.CV, "Cyclic voltammogram", "table"),
                new KindInfo(RecordKinds.GCPL, "Galvanostatic cycling", "table"),
                new KindInfo(RecordKinds.OCV, "Open circuit record", "table"),
                new KindInfo(RecordKinds.LSV, "Linear sweep voltammogram", "table"),
                new KindInfo(RecordKinds.CA, "Chronoamperogram", "table"),
                new KindInfo(RecordKinds.CP, "Chronopotentiogram", "table"),
                new KindInfo(RecordKinds.RECORD, "Record of a potentiostat", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new EcLabBinaryReader(), new EcLabTextReader(), new EcLabLoopReader(), new GamryReader(),
                new AutolabTextReader());
    }
}
