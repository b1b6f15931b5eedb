package org.interphase.technique.vibrational;

import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Technique;
import org.interphase.technique.vibrational.internal.read.Readers;

/** Raman and infrared spectroscopy. */
public final class VibrationalTechnique implements Technique {

    @Override
    public String id() {
        return "vibrational";
    }

    @Override
    public String title() {
        return "Raman and infrared spectroscopy";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo("raman", "Raman spectrum", "curve"),
                new KindInfo("ftir.absorbance", "Infrared absorbance", "curve"),
                new KindInfo("ftir.transmittance", "Infrared transmittance", "curve"),
                new KindInfo("ftir.reflectance", "Infrared reflectance", "curve"),
                new KindInfo("ftir.single-beam", "Infrared single beam", "curve"),
                new KindInfo("raman.map", "Raman map", "stack"),
                new KindInfo("ftir.map", "Infrared map", "stack"),
                new KindInfo("white-light", "White-light picture of a map", "raster"));
    }

    @Override
    public List<DatasetReader> readers() {
        return Readers.ALL;
    }
}
