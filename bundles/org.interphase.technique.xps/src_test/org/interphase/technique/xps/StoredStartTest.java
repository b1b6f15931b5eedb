package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.spectra.peak.FittedComponents;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.technique.xps.operation.RegionFitOperation;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;

/** A fit stored with the data as the start of an editable one. */
class StoredStartTest {

    /** F 1s over kinetic energies 792 to 806.5 eV in steps of 0.5, binding energies 680.1 to 694.6. */
    private static Curve vamas(String... comment) throws Exception {
        double[] counts = new double[30];
        PeakTruth a = new PeakTruth("", 688.2, 1.8, 4000, 0);
        PeakTruth b = new PeakTruth("", 685.2, 1.8, 2000, 0);
        for (int i = 0; i < counts.length; i++) {
            double binding = 1486.6 - 792 - 0.5 * i;
            counts[i] = Math.rint(500 + a.at(binding) + b.at(binding));
        }
        String block = Vamas.block("F 1s", false, 0, 792, 0.5, counts);
        String with = block.replaceFirst("\r\n0\r\nXPS\r\n", "\r\n" + comment.length + "\r\n"
                + String.join("\r\n", comment).replace("$", "\\$") + "\r\nXPS\r\n");
        return (Curve) XpsRuns.read(Vamas.file(Vamas.header("NORM", "REGULAR", 1, 0) + with)).get(0);
    }

    private static final String REGION = "CASA region (*F 1s*) (*Linear*) 793 806 1 2 0 0 0 0 0 0 (*F 1s*) 19 0 1";

    private static String comp(String name, String area, String width, String position) {
        return "CASA comp (*" + name + "*) (*GL(0)*) Area " + area + " MFWHM " + width + " Position " + position
                + " RSF 1 MASS 19 INDEX -1 (*F 1s*) CONST (**) UNCORRECTEDRSF 1";
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<PeakComponent> resolved(Outcome o) {
        return ((RegionFitOperation.Parameters) o.resolved().orElseThrow()).components();
    }

    @Test
    void boundsTiesAndHeldValuesAreThoseOfTheFile() throws Exception {
        Outcome o = XpsRuns.run("xps/from-stored", vamas(REGION,
                comp("CF2", "1000 1e-20 1e7 -1 1", "1.7 1 2.5 -1 1", "798.3 797 799 -1 -13"),
                comp("LiF", "500 0 0 0 0.5", "1.7 0 0 0 1", "801.4 0 0 0 3"),
                comp("held", "0 0 0 -1 1", "1.2 1.2 1.2 -1 1", "795 795 795 -1 1")));
        List<PeakComponent> c = resolved(o);
        assertEquals("688.3 [687.6, 689.6]", c.get(0).position().toString());
        assertEquals("1.7 [1, 2.5]", c.get(0).fwhm().toString());
        assertEquals("= CF2 - 3", c.get(1).position().toString());
        assertEquals("= CF2", c.get(1).fwhm().toString());
        assertEquals("= CF2 * 0.5", c.get(1).area().toString());
        assertEquals("fixed 691.6", c.get(2).position().toString());
        assertEquals("fixed 1.2", c.get(2).fwhm().toString());
        // the ties hold in the result, and the result is the truth
        assertEquals(688.2, one(o, "CF2 position").value(), 0.02);
        assertEquals(one(o, "CF2 position").value() - 3, one(o, "LiF position").value(), 1e-9);
        assertEquals(0.5 * one(o, "CF2 area").value(), one(o, "LiF area").value(), 1e-6);
        assertEquals(new PeakTruth("", 0, 1.8, 4000, 0).area(), one(o, "CF2 area").value(), 80);
    }

    @Test
    void theChargeCorrectionOfCasaXpsMovesTheAxis() throws Exception {
        String comp = comp("CF2", "1000 1e-20 1e7 -1 1", "1.7 1 2.5 -1 1", "798.4 797 799 -1 1");
        Curve plain = vamas(REGION, comp);
        Curve moved = vamas("Calib M = 281.5 A = 284.8 BE ADD", REGION, comp);
        Curve along = vamas("Calib M = 281.5 A = 284.8 Regions Comps BE ADD", REGION, comp);
        assertEquals(plain.axis().min() + 3.3, moved.axis().min(), 1e-9);
        assertEquals(plain.axis().min() + 3.3, along.axis().min(), 1e-9);
        // stored on the moved scale, unless the line says that components moved along
        assertEquals(688.2, moved.product(StoredFit.class).orElseThrow().components().get(0).position(), 1e-9);
        assertEquals(691.5, along.product(StoredFit.class).orElseThrow().components().get(0).position(), 1e-9);
        assertEquals(1486.6, moved.metadata().number("photon energy", "eV").orElseThrow());
        assertTrue(moved.metadata().text("charge reference").orElse("").contains("3.300"));
    }

    @Test
    void fittedAgainTheStoredFitOfFeoStaysWhereItWas() throws Exception {
        Curve c = (Curve) XpsRuns.read(SharedData.require("xps/FeO_analyzed.vms")).get(0);
        Outcome o = XpsRuns.run("xps/from-stored", c);
        StoredFit stored = c.product(StoredFit.class).orElseThrow();
        FittedComponents fit = o.dataset().product(FittedComponents.class).orElseThrow();
        assertEquals(4, fit.names().size());
        double before = 0;
        double after = 0;
        for (int i = 0; i < 4; i++) {
            // counts of two seconds against counts per second
            before += 2 * stored.components().get(i).area();
            after += fit.fit().totalArea(i).value();
        }
        assertEquals(before, after, 0.03 * before);
        assertEquals(2 * 63507, one(o, "Fe 2p area").value(), 0.03 * 127014);
        // CasaXPS states the position of a parameter, here it is that of the maximum, 0.25 widths above
        assertEquals(709.05 + 0.25 * 3.8576, one(o, "Fe 2p position").value(), 0.05);
    }

    @Test
    void columnsWithoutDefinitionsBecomeComponents() throws Exception {
        Outcome o = XpsRuns.run("xps/from-stored", (Curve) XpsRuns.read(SharedData.require(
                "xps/20240228_Au_MPPipTFSIIol3_S_2p.csv")).get(0));
        List<PeakComponent> c = resolved(o);
        assertEquals(2, c.size(), "four columns are two doublets");
        assertTrue(c.stream().allMatch(PeakComponent::isDoublet));
        assertEquals(169.00, one(o, "C1 position").value(), 0.03);
        assertEquals(162.17, one(o, "C2 position").value(), 0.10);
    }

    @Test
    void withoutStoredFitTheStepSaysSo() {
        Curve c = XpsRegionTruth.fluorine(1000, 2000, 1).toCurve();
        AnalysisException e = assertThrows(AnalysisException.class, () -> XpsRuns.apply("xps.fit", c, Map.of()));
        assertTrue(e.getMessage().contains("no stored fit"), e.getMessage());
    }

    @Test
    void recipesForAStoredFitAreOfferedOnlyWhereThereIsOne() throws Exception {
        Curve without = XpsRegionTruth.fluorine(1000, 2000, 1).toCurve();
        Curve with = vamas(REGION, comp("CF2", "1000 1e-20 1e7 -1 1", "1.7 1 2.5 -1 1", "798.4 797 799 -1 1"));
        for (var r : new XpsTechnique().recipes()) {
            if (r.id().endsWith("-stored")) {
                assertEquals(0, r.applies().score(without), r.id());
                assertTrue(r.applies().score(with) > 10, r.id());
            }
        }
    }

    @Test
    void columnsOfAFitAreDrawnAsTheyAre() throws Exception {
        Curve c = (Curve) XpsRuns.read(SharedData.require("xps/20240228_Au_MPPipTFSIIol3_F_1s.csv")).get(0);
        Outcome o = XpsRuns.run("xps/as-stored", c);
        double[] envelope = ((org.interphase.model.figure.Layer.Line) o.overlays().stream()
                .filter(v -> v.id().equals("envelope")).findFirst().orElseThrow().layer()).y();
        double[] truth = c.product(StoredFit.class).orElseThrow().envelope();
        int compared = 0;
        for (int i = 0; i < truth.length; i++) {
            // outside the fitted region the file has no background
            if (!Double.isNaN(envelope[i])) {
                assertEquals(truth[i], envelope[i], 0.2, "the sum of the columns is the file's envelope");
                compared++;
            }
        }
        assertTrue(compared > 60, compared + " points compared");
    }
}
