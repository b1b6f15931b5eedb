package org.interphase.technique.electrochemistry.reader;

import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.DatasetReader;
import org.interphase.electro.ElectroTechnique;
import org.interphase.technique.electrochemistry.ElectrochemistryTechnique;

/** The readers that give impedance spectra: those of the technique and those of the floor it stands on. */
public final class AllReaders {

    private AllReaders() {
    }

    /** All of them. */
    public static List<DatasetReader> list() {
        return Stream.concat(new ElectrochemistryTechnique().readers().stream(),
                new ElectroTechnique().readers().stream()).toList();
    }
}
