package org.interphase.technique.topography;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReportingItem;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.technique.topography.figure.HeightView;
import org.interphase.technique.topography.operation.ArealRoughness;
import org.interphase.technique.topography.operation.FeatureRoughness;
import org.interphase.technique.topography.operation.FilterMap;
import org.interphase.technique.topography.operation.HeightDifference;
import org.interphase.technique.topography.operation.HeightsFromImage;
import org.interphase.technique.topography.operation.LevelMap;
import org.interphase.technique.topography.operation.ProfileRoughness;
import org.interphase.technique.topography.operation.RemoveOutliers;
import org.interphase.technique.topography.operation.SpectralDensity;
import org.interphase.technique.topography.operation.StepHeight;
import org.interphase.technique.topography.reader.AliconaReader;
import org.interphase.technique.topography.reader.DigitalSurfReader;
import org.interphase.technique.topography.reader.MetroProReader;
import org.interphase.technique.topography.reader.NanoscopeReader;
import org.interphase.technique.topography.reader.NanosurfReader;
import org.interphase.technique.topography.reader.RawNumbersReader;
import org.interphase.technique.topography.reader.SdfReader;
import org.interphase.technique.topography.reader.SensofarReader;
import org.interphase.technique.topography.reader.TrueMapReader;
import org.interphase.technique.topography.reader.WykoReader;
import org.interphase.technique.topography.reader.X3pReader;
import org.interphase.technique.topography.reader.XyzReader;

/** Surface topography: what there is to read, to do and to see. */
public final class TopographyTechnique implements Technique {

    private static final String MAP = "height-map";

    private final RemoveOutliers outliers = new RemoveOutliers();
    private final LevelMap level = new LevelMap();
    private final FilterMap filter = new FilterMap();
    private final HeightDifference height = new HeightDifference();
    private final ProfileRoughness profile = new ProfileRoughness();
    private final StepHeight step = new StepHeight();
    private final FeatureRoughness features = new FeatureRoughness();
    private final SpectralDensity spectrum = new SpectralDensity();
    private final ArealRoughness roughness = new ArealRoughness();

    @Override
    public String id() {
        return "topography";
    }

    @Override
    public String title() {
        return "Surface topography";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(MAP, "Height map", "raster"),
                new KindInfo("topography.map", "Map of another quantity", "raster"),
                new KindInfo("height-profile", "Height profile", "curve"),
                new KindInfo("topography.spectrum", "Power spectrum of heights", "curve"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new AliconaReader(), new WykoReader(), new DigitalSurfReader(), new XyzReader(),
                new RawNumbersReader(), new MetroProReader(), new NanoscopeReader(), new NanosurfReader(), new
                        SdfReader(), new SensofarReader(), new TrueMapReader(), new X3pReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new HeightsFromImage(), outliers, level, filter, roughness, height, profile, step, spectrum,
                features);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("topography/roughness", "Areal roughness", "How rough is this surface? Parameters of "
                + "ISO 25178-2 of the heights as measured. Where tilt, form, spikes or drifting lines hold a part of "
                + "them the numbers are doubtful and say which step to set: outliers, level.",
                Applicability.of(MAP), Step.of("outliers", outliers), Step.of("level", level),
                Step.of("filter", filter), Step.of("roughness", roughness)).answering("Sa", "Sq", "Sz"),
                Recipe.of("topography/height", "Height difference", "How far is it from the lowest to the highest "
                        + "point of this map? As measured, without what noise adds, and between percentiles.",
                        Applicability.of(MAP),
                Step.of("outliers", outliers), Step.of("level", level), Step.of("filter", filter), Step.of("height",
                        height))
                .answering("height difference", "height difference, *"),
                Recipe.of("topography/profile", "Profile roughness", "How rough are profiles? Parameters of ISO "
                        + "21920-2 of a height profile, or their means over all rows or columns of a map.",
                        Applicability.of(MAP,
                "height-profile"), Step.of("profile", profile)).answering("Ra", "Rq", "Rz"),
                Recipe.of("topography/step", "Step height", "How high is the step between two flat levels of this map?",
                Applicability.of(MAP).preferring("step", "edge", "groove"), Step.of("outliers", outliers),
                Step.of("step", step)).answering("step height"),
                Recipe.of("topography/spectrum", "Power spectrum", "Which wavelengths hold the roughness? Power "
                        + "spectral density of the heights over the spatial frequency, of the map without its plane.",
                Applicability.of(MAP), Step.of("level", level).withParameters(java.util.Map.of("form", "plane")),
                Step.of("spectrum", spectrum)),
                Recipe.of("topography/features", "Feature parameters", "How many peaks are there, how sharp, how high? "
                + "Feature parameters of ISO 25178-2 of hills and dales after Wolf pruning; set the S-filter to take "
                + "noise out.", Applicability.of(MAP), Step.of("outliers", outliers), Step.of("level", level),
                Step.of("filter", filter), Step.of("features", features)).answering("Spd", "Spc", "S10z"));
    }

    @Override
    public List<DatasetView> views() {
        return List.of(new HeightView());
    }

    @Override
    public List<ReportingItem> reportingChecklist() {
        return List.of(new ReportingItem(MAP, "instrument", "what a height means, and its noise"));
    }
}
