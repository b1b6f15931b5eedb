package org.interphase.technique.microscopy;

import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReportingItem;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.technique.microscopy.figure.MicrographView;
import org.interphase.technique.microscopy.operation.Calibrate;
import org.interphase.technique.microscopy.operation.CoatingThickness;
import org.interphase.technique.microscopy.operation.CompareVoids;
import org.interphase.technique.microscopy.operation.CropField;
import org.interphase.technique.microscopy.operation.Denoise;
import org.interphase.technique.microscopy.operation.ElementOverlay;
import org.interphase.technique.microscopy.operation.Flatten;
import org.interphase.technique.microscopy.operation.LayerThickness;
import org.interphase.technique.microscopy.operation.LineProfile;
import org.interphase.technique.microscopy.operation.MeasureDrawn;
import org.interphase.technique.microscopy.operation.Particles;
import org.interphase.technique.microscopy.operation.PoreSize;
import org.interphase.technique.microscopy.operation.Porosity;
import org.interphase.technique.microscopy.operation.ResamplePixels;
import org.interphase.technique.microscopy.operation.Segment;
import org.interphase.technique.microscopy.operation.StretchContrast;
import org.interphase.technique.microscopy.reader.MatrixReader;
import org.interphase.technique.microscopy.reader.PictureReader;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.interphase.technique.microscopy.reader.bruker.BcfReader;
import org.interphase.technique.microscopy.reader.gatan.DmReader;

/** Electron microscopy: what there is to read, to do and to see. */
public final class MicroscopyTechnique implements Technique {

    private static final String[] PICTURES = {"sem", "tem", "image"};

    private final Denoise denoise = new Denoise();
    private final Segment segment = new Segment();
    private final Porosity porosity = new Porosity();
    private final PoreSize poreSize = new PoreSize();
    private final Particles particles = new Particles();
    private final LayerThickness layer = new LayerThickness();
    private final CoatingThickness coating = new CoatingThickness();
    private final ElementOverlay overlay = new ElementOverlay();

    @Override
    public String id() {
        return "microscopy";
    }

    @Override
    public String title() {
        return "Electron microscopy";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo("sem", "SEM image", "raster"), new KindInfo("tem", "TEM image", "raster"),
                new KindInfo("image", "Image", "raster"), new KindInfo("element-map", "Element map", "raster"),
                new KindInfo("eds", "X-ray spectrum", "curve"), new KindInfo("particles", "Particle table", "table"),
                new KindInfo("profile", "Line profile", "curve"),
                new KindInfo("diffraction", "Diffraction pattern", "raster"),
                new KindInfo("eels", "Energy-loss spectrum", "curve"),
                new KindInfo("eels.map", "Energy-loss spectrum image", "stack"),
                new KindInfo("eds.map", "X-ray spectrum image", "stack"),
                new KindInfo("microscopy.spectrum", "Spectrum of a microscope", "curve"),
                new KindInfo("microscopy.spectrum.map", "Spectrum image of a microscope", "stack"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new TiffReader(), new DmReader(), new BcfReader(), new PictureReader(),
                new MatrixReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new Calibrate(), new ResamplePixels(), new CropField(), new Flatten(), denoise,
                new StretchContrast(), segment, porosity, poreSize, particles, layer, coating, new LineProfile(),
                overlay, new CompareVoids(), new MeasureDrawn());
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(
                Recipe.of("microscopy/porosity", "Porosity", "How porous is this? Area fraction of the dark phase by "
                        + "Otsu's "
                        + "threshold, with the uncertainty from sampling and threshold, the sensitivity to the method, "
                        + "and the representative area.", Applicability.of(PICTURES).preferring("surface", "poro",
                                "electrode", "void"),
                        Step.of("denoise", denoise), Step.of("segment", segment), Step.of("porosity", porosity))
                        .answering("porosity"),
                Recipe.of("microscopy/pore-size", "Pore size", "How large are the pores? Exact local thickness, "
                        + "chords and single pores of the dark phase.", Applicability.of(PICTURES).preferring("pore"),
                        Step.of("denoise", denoise), Step.of("segment", segment), Step.of("pores", poreSize)),
                Recipe.of("microscopy/particles", "Particles", "How large are the particles? Separates the phase "
                        + "that fills less of the field, divides touching particles and measures each.",
                        Applicability.of(PICTURES).preferring("particle", "powder"),
                        Step.of("denoise", denoise), Step.of("segment", segment).withParameters(
                                Map.of("phase", "smaller", "fillHoles", true)), Step.of("particles", particles)),
                Recipe.of("microscopy/layer-thickness", "Layer thickness", "How thick is the layer in this "
                        + "cross-section? Traces both interfaces and measures along the normals.",
                        Applicability.of(PICTURES).preferring("cross", "section", "layer", "film"),
                        Step.of("layer", layer))
                        .answering("layer thickness"),
                Recipe.of("microscopy/coating-thickness", "Coating thickness", "How thick, even and complete is the "
                        + "coating "
                        + "round this particle?", Applicability.of(PICTURES).preferring("coat", "shell", "tem"),
                        Step.of("coating", coating))
                        .answering("coating thickness", "coverage"),
                Recipe.ofSeries("microscopy/element-overlay", "Element overlay", "Which elements occur together? "
                        + "Lays maps of "
                        + "one field over each other.",
                        Applicability.of("element-map", "image").preferring("map", "eds"),
                        Step.of("overlay", overlay)));
    }

    @Override
    public List<DatasetView> views() {
        return List.of(new MicrographView());
    }

    @Override
    public List<ReportingItem> reportingChecklist() {
        return List.of(
                new ReportingItem("sem", "beam energy", "depth the signal comes from"),
                new ReportingItem("sem", "detector", "what the contrast means"),
                new ReportingItem("sem", "working distance", "resolution and magnification"),
                new ReportingItem("tem", "beam energy", "resolution and beam damage"),
                new ReportingItem("element-map", "element", "what the map shows"));
    }
}
