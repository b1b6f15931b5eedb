package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.figure.Layer;
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

    @Test
    void fluorineOfTheIonicLiquidHasTwoComponentsAtKnownPositions() throws Exception {
        Outcome o = XpsRuns.run("xps/f1s-lif-cf2", XpsRuns.read(SharedData.require(F1S)).get(0));
        assertEquals(688.84, one(o, "CF2 position").value(), 0.05);
        assertEquals(685.71, one(o, "LiF position").value(), 0.10);
        assertEquals(11598, one(o, "CF2 area").value(), 1160);
        Measurement lif = one(o, "LiF area");
        assertEquals(527, lif.value(), 2 * lif.uncertainty());
        assertTrue(lif.uncertainty() < 0.4 * lif.value(), "the uncertainty says something: " + lif);
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
        assertTrue(sulfide.uncertainty() < 0.12, "the noise leaves less than that open: " + sulfide);
        for (String name : List.of("SO2", "sulfide")) {
            assertEquals(1.18, one(o, name + " splitting").value(), 1e-12);
            assertEquals(2.00, 1 / one(o, name + " ratio").value(), 1e-12);
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
