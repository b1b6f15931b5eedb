package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.technique.xps.reader.AvantageReader;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.junit.jupiter.api.Test;

/** Workbooks in the layout of Avantage, whole and damaged. */
class AvantageTest {

    private static DatasetFormatException refused(byte[] content) {
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> new AvantageReader().read(Source.of("sample.xlsx", content), Progress.none()));
        assertEquals("sample.xlsx", e.file());
        return e;
    }

    private static byte[] book(String rows) throws Exception {
        return Workbooks.zip(Workbooks.parts(Map.of("F1s Scan", rows)));
    }

    @Test
    void everySheetWithEnergiesBecomesARegion() throws Exception {
        List<Dataset> all = XpsRuns.read(Workbooks.avantage());
        assertEquals(List.of("C1s Scan", "F1s Scan"), all.stream().map(Dataset::name).toList());
        Curve c = (Curve) all.get(0);
        assertEquals("xps.region", c.kind().id());
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals(40, c.axis().size());
        assertEquals(296, c.axis().max(), 1e-9);
        assertEquals(292.1, c.axis().min(), 1e-9);
        assertEquals("counts/s", c.signal().unit().text());
        assertEquals(1000 + 1390, c.signal().get(0) + c.signal().get(39));
        assertEquals("C 1s", c.metadata().text("line").orElseThrow());
        assertEquals(1486.6, c.metadata().number("photon energy", "eV").orElseThrow());
        assertEquals(50, c.metadata().number("pass energy", "eV").orElseThrow());
        assertEquals(0.05, c.metadata().number("dwell time", "s").orElseThrow(), 1e-12);
        assertEquals(20, c.metadata().number("scans").orElseThrow());
    }

    @Test
    void aRowWithoutCountIsLeftOutAndNamed() throws Exception {
        Curve c = (Curve) XpsRuns.read(Source.of("sample.xlsx", book(Workbooks.region(695, 10)
                .replace("<v>1030</v>", "")))).get(0);
        assertEquals(9, c.axis().size());
        String remark = c.header().remarks().get(0).text();
        assertTrue(remark.contains("Row 20 of sheet 'F1s Scan'") && remark.contains("counts"), remark);
    }

    @Test
    void aRowWithoutEnergyDoesNotEndTheRegion() throws Exception {
        Curve c = (Curve) XpsRuns.read(Source.of("sample.xlsx", book(Workbooks.region(695, 10)
                .replace("<v>694.7</v>", "")))).get(0);
        assertEquals(9, c.axis().size());
        assertEquals(694.1, c.axis().min(), 1e-9);
    }

    @Test
    void anotherWorkbookWithEnergiesIsReadAsItsTextIs() throws Exception {
        String rows = "<row r=\"1\">" + cell(0, 1, "Binding energy (eV)") + cell(1, 1, "F 1s (counts/s)") + "</row>"
                + numbers(2, 690, 50) + numbers(3, 689.5, 60) + numbers(4, 689, 80) + numbers(5, 688.5, 70);
        Source s = Source.of("data.xlsx", Workbooks.zip(Workbooks.parts(Map.of("Sheet1", rows))));
        assertEquals(0, new AvantageReader().confidence(SourceHead.of(s)));
        Curve c = (Curve) XpsRuns.read(s).get(0);
        assertEquals("F 1s", c.name());
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals(688.5, c.axis().min(), 1e-9);
        assertEquals("counts/s", c.signal().unit().text());
    }

    @Test
    void anOrdinaryWorkbookIsNotClaimed() throws Exception {
        for (String heading : List.of("Time (s)", "Energy (kWh)", "Kinetic energy (kJ)", "Step")) {
            String rows = "<row r=\"1\">" + cell(0, 1, heading) + cell(1, 1, "Value") + "</row>"
                    + numbers(2, 1, 50) + numbers(3, 2, 60) + numbers(4, 3, 80) + numbers(5, 4, 70);
            SourceHead head = SourceHead.of(Source.of("data.xlsx", Workbooks.zip(Workbooks.parts(Map.of("Sheet1",
                    rows)))));
            for (DatasetReader r : new XpsTechnique().readers()) {
                assertEquals(0, r.confidence(head), r.id() + " " + heading);
            }
        }
    }

    private static String numbers(int row, double a, double b) {
        return "<row r=\"" + row + "\"><c r=\"A" + row + "\"><v>" + a + "</v></c><c r=\"B" + row + "\"><v>" + b
                + "</v></c></row>";
    }

    @Test
    void aCellThatIsNoNumberIsNamed() throws Exception {
        DatasetFormatException e = refused(book(Workbooks.region(695, 10).replace("<v>1030</v>", "<v>x1</v>")));
        assertTrue(e.getMessage().contains("cell C20") && e.getMessage().contains("'x1'"), e.getMessage());
    }

    @Test
    void aWorkbookWithoutEnergiesIsRefused() throws Exception {
        refused(book("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
    }

    @Test
    void everyTruncationIsAnswered() throws Exception {
        byte[] whole = Workbooks.avantage().readAll(1 << 20);
        for (int n = 4; n < whole.length; n += 97) {
            refused(Arrays.copyOf(whole, n));
        }
    }

    private static String fitted(boolean bare) {
        return fitted(bare, 0, Double.NaN);
    }

    /**
     * A sheet with counts, background, envelope and one component.
     *
     * @param bare whether the component stands without its background
     * @param skipped points at either end that were not fitted
     * @param outside what the columns of the fit hold there; NaN for an empty cell
     */
    private static String fitted(boolean bare, int skipped, double outside) {
        StringBuilder b = new StringBuilder("<row r=\"1\">");
        String[] heads = {"Binding Energy (E)", "", "", "", "Backgnd.", "Envelope", "LiF", "Residuals"};
        String[] units = {"eV", "", "Counts / s", "", "Counts / s", "Counts / s", "Counts / s", "Counts / s"};
        for (int c = 0; c < heads.length; c++) {
            b.append(cell(c, 1, heads[c]));
        }
        b.append("</row><row r=\"2\">");
        for (int c = 0; c < units.length; c++) {
            b.append(cell(c, 2, units[c]));
        }
        b.append("</row>");
        for (int i = 0; i < 41; i++) {
            double x = 690 - 0.25 * i;
            double background = 400 + 2 * i;
            double peak = 3000 * Math.exp(-4 * Math.log(2) * (x - 685) * (x - 685) / 2.89);
            double[] v = {x, Double.NaN, Math.rint(background + peak), Double.NaN, background, background + peak,
                bare ? peak : background + peak, 0};
            for (int c = 4; c < v.length && (i < skipped || i > 40 - skipped); c++) {
                v[c] = outside;
            }
            b.append("<row r=\"").append(i + 3).append("\">");
            for (int c = 0; c < v.length; c++) {
                if (!Double.isNaN(v[c])) {
                    b.append("<c r=\"").append((char) ('A' + c)).append(i + 3).append("\"><v>").append(v[c])
                            .append("</v></c>");
                }
            }
            b.append("</row>");
        }
        return b.toString();
    }

    private static String cell(int column, int row, String text) {
        return text.isEmpty() ? "" : "<c r=\"" + (char) ('A' + column) + row + "\" t=\"inlineStr\"><is><t>" + text
                + "</t></is></c>";
    }

    @Test
    void theColumnsOfAFitBecomeItsStart() throws Exception {
        for (boolean bare : new boolean[] {true, false}) {
            Curve c = (Curve) XpsRuns.read(Source.of("sample.xlsx", book(fitted(bare)))).get(0);
            StoredFit fit = c.product(StoredFit.class).orElseThrow();
            assertEquals(1, fit.columns().size());
            int top = 20;
            assertEquals(685, c.axis().get(top), 1e-9);
            assertEquals(440 + 3000, fit.columns().get(0)[top], 1e-9);
            assertEquals(440 + 3000, fit.envelope()[top], 1e-9);
            Outcome o = XpsRuns.run("xps/from-stored", c);
            assertEquals(685, o.measurements().get(0).value(), 0.02);
        }
    }

    @Test
    void zerosAndEmptyCellsOutsideTheFittedRangeAreNoBackground() throws Exception {
        for (double outside : new double[] {0, Double.NaN}) {
            for (boolean bare : new boolean[] {true, false}) {
                Curve c = (Curve) XpsRuns.read(Source.of("sample.xlsx", book(fitted(bare, 6, outside)))).get(0);
                assertEquals(41, c.axis().size());
                StoredFit fit = c.product(StoredFit.class).orElseThrow();
                for (int i = 0; i < 41; i++) {
                    boolean inside = i >= 6 && i <= 34;
                    assertEquals(inside ? 480 - 2 * i : Double.NaN, fit.background()[i], 1e-9, "point " + i);
                }
                assertEquals(440 + 3000, fit.columns().get(0)[20], 1e-9);
                Outcome o = XpsRuns.run("xps/from-stored", c);
                assertEquals(685, o.measurements().get(0).value(), 0.02);
                XpsRuns.run("xps/as-stored", c);
            }
        }
    }

    @Test
    void aBackgroundOfZerosIsNoFit() throws Exception {
        assertTrue(((Curve) XpsRuns.read(Workbooks.avantage()).get(0)).product(StoredFit.class).isEmpty());
    }
}
