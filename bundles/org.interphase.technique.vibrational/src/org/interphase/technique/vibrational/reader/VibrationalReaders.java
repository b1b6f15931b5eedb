package org.interphase.technique.vibrational.reader;

import java.util.List;
import org.interphase.api.DatasetReader;

/** The readers of the technique. */
public final class VibrationalReaders {

    /** All readers. */
    public static final List<DatasetReader> ALL = List.of(new WdfReader(), new SpcReader(), new OpusReader(),
            new SpaReader(), new JcampSpectraReader(), new LabSpecTextReader(), new LabSpecXmlReader(),
            new BwTekTextReader(), new PointListReader(), new SpectrumTextReader());

    private VibrationalReaders() {
    }
}
