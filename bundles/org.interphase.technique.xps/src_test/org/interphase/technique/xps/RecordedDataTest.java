package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.api.Outcome;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.xps.quantification.Transmission;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** What the recorded files must give. */
class RecordedDataTest {

    private static final String F1S = "xps/20240228_Au_MPPipTFSIIol3_F_1s.csv";

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** What every recorded file must at least be: kind, points, lowest and highest binding energy, photon energy. */
    private static final Map<String, String> FILES = Map.of(
            "FeO_analyzed.vms", "xps.region 1121 694 750 1486.61",
            "FeO_analyzed_lineshapes_cols.txt", "xps.region 1121 694 750 1486.61",
            "regular.vms", "xps.survey 1351 0 1350 1486.61",
            "irregular.vms", "xps.survey 1351 0 1350 1486.61",
            "PET_C1s.csv", "xps.region 401 279.301 299.301 0",
            "20240228_Au_MPPipTFSIIol3_S_2p.csv", "xps.region 129 157.7 173.7 1486.6",
            "20240228_Au_MPPipTFSIIol3_F_1s.csv", "xps.region 97 681.7 693.7 1486.6");

    @Test
    void everyFileOfTheManifestIsClaimedAndOpens() throws Exception {
        List<String> files = Files.readAllLines(SharedData.require("MANIFEST.tsv")).stream()
                .map(l -> l.split("\t")[0]).filter(f -> f.startsWith("xps/")).toList();
        assertEquals(FILES.keySet(), files.stream().map(f -> f.substring(4)).collect(Collectors.toSet()));
        for (String f : files) {
            SourceHead head = SourceHead.of(Source.of(SharedData.require(f)));
            int sure = new XpsTechnique().readers().stream().mapToInt(r -> r.confidence(head)).max().orElse(0);
            assertTrue(sure >= 60, f + " is claimed with " + sure);
            List<Dataset> all = XpsRuns.read(SharedData.require(f));
            Curve c = (Curve) all.get(0);
            assertEquals(1, all.size(), f);
            assertEquals(FILES.get(f.substring(4)), c.kind().id() + " " + c.axis().size() + " "
                    + Numbers.plain(c.axis().min(), 6) + " " + Numbers.plain(c.axis().max(), 6) + " "
                    + Numbers.plain(c.metadata().number("photon energy", "eV").orElse(0), 6), f);
            assertEquals("Binding energy", c.axis().quantity(), f);
            assertTrue(c.header().remarks().isEmpty(), f + " " + c.header().remarks());
        }
    }

    @Test
    void fluorineOfTheIonicLiquidHasTwoComponentsAtKnownPositions() throws Exception {
        Outcome o = XpsRuns.run("xps/f1s-lif-cf2", XpsRuns.read(SharedData.require(F1S)).get(0));
        assertEquals(688.84, one(o, "CF2 position").value(), 0.05);
        assertEquals(685.71, one(o, "LiF position").value(), 0.10);
        assertEquals(11598, one(o, "CF2 area").value(), 1160);
        Measurement lif = one(o, "LiF area");
        assertEquals(527, lif.value(), 2 * lif.uncertainty());
        assertTrue(lif.uncertainty() < 0.5 * lif.value(), "the uncertainty says something: " + lif);
    }

    @Test
    void onTheFilesOwnBackgroundTheAreasAgreeWithCasaXps() throws Exception {
        Outcome o = XpsRuns.run("xps/f1s-lif-cf2", XpsRuns.read(SharedData.require(F1S)).get(0),
                "background.kind=from-file");
        assertEquals(11598, one(o, "CF2 area").value(), 0.08 * 11598);
        Measurement lif = one(o, "LiF area");
        assertEquals(527, lif.value(), 2 * lif.uncertainty());
    }

    @Test
    void sulfurHasTwoDoublets() throws Exception {
        Outcome o = XpsRuns.run("xps/s2p-doublets", XpsRuns.read(SharedData.require(
                "xps/20240228_Au_MPPipTFSIIol3_S_2p.csv")).get(0));
        assertEquals(169.00, one(o, "SO2 position").value(), 0.05);
        Measurement sulfide = one(o, "sulfide position");
        assertEquals(162.17, sulfide.value(), 0.10);
        // noise 0.09 eV, the rest is what shape, background and the misfit of one doublet for several states leave open
        assertTrue(sulfide.uncertainty() < 0.25, "noise and model leave less than that open: " + sulfide);
        for (String name : List.of("SO2", "sulfide")) {
            assertEquals(1.18, one(o, name + " splitting").value(), 1e-12);
            // cross-sections (Scofield 1976), not degeneracies
            assertEquals(0.511, one(o, name + " ratio").value(), 1e-12);
        }
        assertTrue(o.remarks().stream().noneMatch(r -> r.text().contains("ended at its bound")), "no width at a bound");
    }

    @Test
    void carbonOfPetIsSixtyTwentyTwenty() throws Exception {
        Outcome o = XpsRuns.run("xps/c1s-organic", XpsRuns.read(SharedData.require("xps/PET_C1s.csv")).get(0));
        assertEquals(60, one(o, "C-C fraction").value(), 5);
        assertEquals(20, one(o, "C-O fraction").value(), 5);
        assertEquals(20, one(o, "O-C=O fraction").value(), 5);
    }

    @Test
    void regularAndIrregularVamasImportWhole() throws Exception {
        for (String f : List.of("xps/regular.vms", "xps/irregular.vms")) {
            List<Dataset> all = XpsRuns.read(SharedData.require(f));
            Curve c = (Curve) all.get(0);
            assertEquals(1, all.size());
            assertEquals("xps.survey", c.kind().id());
            assertEquals(1351, c.axis().size());
            assertEquals(0, c.axis().min(), 1e-9);
            assertEquals(1350, c.axis().max(), 1e-9);
            assertEquals(1486.61, c.metadata().number("photon energy", "eV").orElseThrow());
            assertTrue(c.product(Transmission.class).isPresent());
        }
    }

    @Test
    void bindingEnergiesAndCountsOfVamasMatchTheExportOfCasaXps() throws Exception {
        Curve vamas = (Curve) XpsRuns.read(SharedData.require("xps/FeO_analyzed.vms")).get(0);
        Curve columns = (Curve) XpsRuns.read(SharedData.require("xps/FeO_analyzed_lineshapes_cols.txt")).get(0);
        assertEquals(1121, vamas.axis().size());
        assertEquals(columns.axis().size(), vamas.axis().size());
        double seconds = vamas.metadata().number("dwell time", "s").orElseThrow()
                * vamas.metadata().number("scans").orElseThrow();
        for (int i = 0; i < vamas.axis().size(); i++) {
            assertEquals(columns.axis().get(i), vamas.axis().get(i), 1e-6);
            assertEquals(columns.signal().get(i), vamas.signal().get(i) / seconds, 1e-5 * columns.signal().get(i));
        }
        StoredFit fit = vamas.product(StoredFit.class).orElseThrow();
        assertEquals(List.of(709.05, 716.00, 722.13, 729.89), fit.components().stream()
                .map(c -> Math.round(c.position() * 100) / 100.0).toList());
        assertFalse(fit.backgrounds().isEmpty());
    }

    @Test
    void theStoredFitOfFeoComputedAnewAgreesWithTheExportToHalfAPercent() throws Exception {
        Curve vamas = (Curve) XpsRuns.read(SharedData.require("xps/FeO_analyzed.vms")).get(0);
        Curve columns = (Curve) XpsRuns.read(SharedData.require("xps/FeO_analyzed_lineshapes_cols.txt")).get(0);
        StoredFit truth = columns.product(StoredFit.class).orElseThrow();
        Outcome o = XpsRuns.run("xps/as-stored", vamas);
        Layer.Line envelope = (Layer.Line) o.overlays().stream().filter(v -> v.id().equals("envelope")).findFirst()
                .orElseThrow().layer();
        double[] background = o.dataset().product(Background.class).orElseThrow().values();
        double height = 0;
        double worst = 0;
        double worstBackground = 0;
        int n = 0;
        for (int i = 0; i < vamas.axis().size(); i++) {
            double b = truth.background()[i];
            if (Double.isNaN(b) || Double.isNaN(background[i])) {
                continue;
            }
            height = Math.max(height, truth.envelope()[i] - b);
            worst = Math.max(worst, Math.abs(envelope.y()[i] / 2 - truth.envelope()[i]));
            worstBackground = Math.max(worstBackground, Math.abs(background[i] / 2 - b));
            n++;
        }
        assertTrue(n > 900, n + " points compared");
        assertTrue(worst < 0.005 * height, "envelope off by " + 100 * worst / height + " % of peak height");
        assertTrue(worstBackground < 0.001 * height, "background off by " + 100 * worstBackground / height + " %");
    }
}
