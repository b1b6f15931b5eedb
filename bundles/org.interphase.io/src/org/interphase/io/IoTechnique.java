package org.interphase.io;

import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Technique;
import org.interphase.io.jcamp.JcampReader;

/** Formats that belong to no single technique. */
public final class IoTechnique implements Technique {

    @Override
    public String id() {
        return "io";
    }

    @Override
    public String title() {
        return "General formats";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo("curve", "Curve", "curve"), new KindInfo("table", "Table", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new DelimitedTextReader(), new WorkbookReader(), new OtherSpreadsheets(), new ParquetReader(),
                new JcampReader());
    }
}
