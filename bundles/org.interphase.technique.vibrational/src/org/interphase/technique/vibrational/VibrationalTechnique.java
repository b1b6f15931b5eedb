package org.interphase.technique.vibrational;

import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.ReportingItem;
import org.interphase.api.Technique;
import org.interphase.technique.vibrational.figure.MapView;
import org.interphase.technique.vibrational.operation.VibrationalOperations;
import org.interphase.technique.vibrational.operation.VibrationalRecipes;
import org.interphase.technique.vibrational.reader.VibrationalReaders;
import org.interphase.technique.vibrational.reference.ReferenceBands;

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
                new KindInfo("ftir.kubelka-munk", "Infrared diffuse reflectance (Kubelka-Munk)", "curve"),
                new KindInfo("ftir.single-beam", "Infrared single beam", "curve"),
                new KindInfo("raman.map", "Raman map", "stack"),
                new KindInfo("ftir.map", "Infrared map", "stack"),
                new KindInfo("band-image", "Image of a band", "raster"),
                new KindInfo("component-image", "Image of a component", "raster"),
                new KindInfo("map-bands", "Bands of a map without grid", "table"),
                new KindInfo("white-light", "White-light picture of a map", "raster"));
    }

    @Override
    public List<DatasetReader> readers() {
        return VibrationalReaders.ALL;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return VibrationalOperations.ALL;
    }

    @Override
    public List<Recipe> recipes() {
        return VibrationalRecipes.ALL;
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(ReferenceBands.TABLE);
    }

    @Override
    public List<DatasetView> views() {
        return List.of(new MapView());
    }

    @Override
    public List<ReportingItem> reportingChecklist() {
        return List.of(
                new ReportingItem("raman", "laser wavelength", "resonance, penetration and D/G ratios depend on it"),
                new ReportingItem("raman", "laser power", "heating shifts bands and changes samples"),
                new ReportingItem("raman", "accumulations", "needed to judge the noise"),
                new ReportingItem("ftir.absorbance", "resolution", "band heights depend on it"),
                new ReportingItem("ftir.absorbance", "scans", "needed to judge the noise"),
                new ReportingItem("ftir.absorbance", "accessory", "ATR and transmission differ in band heights"));
    }
}
