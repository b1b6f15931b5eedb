package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headings, file names and people say of spectra in text, and what nothing says. */
class SpectrumHeadingsTest {

    private static Source text(String name, String heading, double... numbers) {
        StringBuilder out = new StringBuilder(heading.isEmpty() ? "" : heading + "\n");
        for (int i = 0; i < numbers.length; i += 2) {
            out.append(numbers[i]).append(heading.contains("\t") ? "\t" : ";").append(numbers[i + 1]).append('\n');
        }
        return Source.of(name, out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Curve read(Source source) throws IOException {
        return (Curve) Steps.read(source).get(0);
    }

    private static String remarks(Dataset d) {
        return String.join("\n", d.header().remarks().stream().map(Remark::text).toList());
    }

    private static final double[] FOUR = {1000, 0.1, 1100, 0.2, 1250, 0.4, 1300, 0.3};

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Wavenumber (cm-1);Absorbance | ftir.absorbance | 1", "Wellenzahl [1/cm];Extinktion | ftir.absorbance | 1",
        "Wellenzahl cm^-1;Absorption (a.u.) | ftir.absorbance | 1", "cm-1;A | ftir.absorbance | 1",
        "nombre d'onde (cm\u207b\u00b9);densit\u00e9 optique | ftir.absorbance | 1",
        "wavenumber;Absorbance (mAU) | ftir.absorbance | 0.001", "cm-1;mAU | ftir.absorbance | 0.001",
        "Wellenzahl;Durchl\u00e4ssigkeit | ftir.transmittance | 1", "cm-1;%T | ftir.transmittance | 1",
        "Wavenumbers (1/cm);Transmission (%) | ftir.transmittance | 1", "cm-1;T / % | ftir.transmittance | 1",
        "cm-1;Reflectance | ftir.reflectance | 1", "Nombre d\u2019onde;R\u00e9flectance | ftir.reflectance | 1",
        "cm-1;log(1/R) | ftir.absorbance | 1", "cm-1;-log R | ftir.absorbance | 1",
        "cm-1;Kubelka-Munk | ftir.kubelka-munk | 1", "cm-1;F(R) | ftir.kubelka-munk | 1",
        "wavenumber;ATR units | ftir.absorbance | 1", "wavenumber;Single beam | ftir.single-beam | 1",
        "Raman shift (cm-1);Intensity | raman | 1", "Raman-Verschiebung (cm-1);Intensit\u00e4t | raman | 1",
        "D\u00e9placement Raman (cm-1);Intensit\u00e9 | raman | 1", "Ramanshift;counts | raman | 1",
        "Wavenumber (cm-1);Raman intensity | raman | 1", "Shift;Intensity | raman | 1",
        "Shift / cm-1;counts | raman | 1", "Verschiebung (1/cm);Intensit\u00e4t | raman | 1"})
    void headingsSayKindAndScale(String heading, String kind, double scale) throws IOException {
        Curve c = read(text("a.csv", heading, FOUR));
        assertEquals(kind, c.kind().id());
        assertArrayEquals(new double[] {1000, 1100, 1250, 1300}, c.axis().values(), 1e-12);
        assertArrayEquals(new double[] {0.1 * scale, 0.2 * scale, 0.4 * scale, 0.3 * scale}, c.signal().values(),
                1e-15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wavenumber (cm-1);Intensity", "Wavenumber (cm-1);DOS", "Frequency (THz);Absorbance",
        "Wavelength;Absorbance", "Energy (meV);Intensity", "Wavenumber (nm);Absorbance", "x;y", "cm-1;Absorption (%)",
        "Binding energy (eV);Counts", "cm-1;absorption coefficient", "Zeit (s);Absorbance",
        "Chemical shift (ppm);Intensity", "shifted_charge_capacity;charge_capacity", "Phase shift;Amplitude",
        "chemische Verschiebung;Intensit\u00e4t"})
    void whatNothingSaysIsNotGuessed(String heading) throws IOException {
        // below 10 and above: the size of the numbers decides nothing
        assertFalse(Steps.isOurs(text("a.txt", heading, FOUR)));
        assertFalse(Steps.isOurs(text("a.txt", heading, 1000, 40, 1100, 60, 1250, 90, 1300, 55)));
    }

    @Test
    void visibleLightIsNoInfraredSpectrum() throws IOException {
        assertFalse(Steps.isOurs(text("a.csv", "Wavelength (nm);Absorbance", 250, 0.1, 400, 0.3, 800, 0.2, 900, 0)));
        assertFalse(Steps.isOurs(text("a.csv", "cm-1;Absorbance", 11000, 0.1, 14000, 0.3, 25000, 0.2, 40000, 0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Wavelength (nm);Absorbance | 2500 | 5000 | 10000",
        "Wellenl\u00e4nge [nm];Extinktion | 2500 | 5000 | 10000", "\u03bb (\u00b5m);Absorbance | 2.5 | 5 | 10",
        "longueur d'onde (um);absorbance | 2.5 | 5 | 10", "microns;A | 2.5 | 5 | 10"})
    void infraredWavelengthsBecomeWavenumbersInOrder(String heading, double a, double b, double c) throws IOException {
        Curve curve = read(text("a.csv", heading, a, 0.1, b, 0.2, c, 0.3));
        assertArrayEquals(new double[] {1000, 2000, 4000}, curve.axis().values(), 1e-9);
        assertArrayEquals(new double[] {0.3, 0.2, 0.1}, curve.signal().values());
        assertEquals("cm-1", curve.axis().unit().text());
    }

    @Test
    void ramanWavelengthsBecomeShiftsWithTheLaserOnly() throws IOException {
        double[] numbers = {540, 10, 550, 30, 560, 20};
        Source file = text("my raman 1.csv", "Wavelength (nm);Counts", numbers);
        Curve open = read(file);
        assertEquals("raman", open.kind().id());
        assertEquals("nm", open.axis().unit().text());
        assertTrue(remarks(open).contains("--laser 532"), remarks(open));
        Curve said = read(file.stating(Stated.NOTHING.with(Fact.LASER, "532")));
        assertArrayEquals(new double[] {1e7 / 532 - 1e7 / 540, 1e7 / 532 - 1e7 / 550, 1e7 / 532 - 1e7 / 560},
                said.axis().values(), 1e-9);
        assertEquals("Raman shift", said.axis().quantity());
        assertArrayEquals(new double[] {10, 30, 20}, said.signal().values());
        Curve known = read(text("a.csv", "# Raman\n# Laser: 532 nm, 10 mW\nWavelength (nm);Counts", numbers));
        assertArrayEquals(said.axis().values(), known.axis().values(), 1e-9);
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> read(file.stating(Stated.NOTHING.with(Fact.LASER, "1064"))));
        assertTrue(e.getMessage().contains("1064"), e.getMessage());
    }

    @Test
    void whatAPersonStatesHeadsColumnsWithoutHeadings() throws IOException {
        Source bare = text("LTO.txt", "", FOUR);
        assertFalse(Steps.isOurs(bare));
        Stated raman = Stated.NOTHING.with(Fact.KIND, "raman");
        MissingFactException open = assertThrows(MissingFactException.class, () -> read(bare.stating(raman)));
        assertEquals(List.of(Fact.UNIT), open.needed());
        Curve c = read(bare.stating(raman.with(Fact.UNIT, "cm-1")));
        assertEquals("Raman shift (cm-1), 4 values from 1000.0 to 1300.0", c.axis().toString());
        Curve percent = read(text("a.txt", "", 400, 90, 800, 20, 900, 50).stating(Stated.NOTHING
                .with(Fact.KIND, "ftir.transmittance").with(Fact.UNIT, "cm-1")));
        assertEquals("%", percent.signal().unit().text());
        // an axis that can't be one of wavelengths leaves one unit only
        assertEquals("cm-1", read(text("a.txt", "", 100, 1, 500, 2, 3000, 1).stating(raman)).axis().unit().text());
    }

    @Test
    void whatTheFileSaysIsNotOverruledSilently() throws IOException {
        Curve c = read(text("a.csv", "Wavenumber (cm-1);Transmittance", FOUR).stating(Stated.NOTHING.with(Fact.KIND,
                "ftir.absorbance")));
        assertEquals("ftir.absorbance", c.kind().id());
        assertTrue(c.header().remarks().stream().anyMatch(r -> r.level() == Remark.Level.WARNING
                && r.text().contains("Transmittance")), remarks(c));
    }

    @Test
    void theNameOfTheFileDecidesOnlyWithARemark() throws IOException {
        Curve c = read(text("raman_hdpe.csv", "wavenumber;intensity", FOUR));
        assertEquals("raman", c.kind().id());
        assertTrue(remarks(c).contains("name of the file"), remarks(c));
        assertFalse(Steps.isOurs(text("paramanage.csv", "wavenumber;intensity", FOUR)));
        // 540 to 650 may be nanometres whatever the name says
        assertFalse(Steps.isOurs(text("raman.txt", "", 540, 1, 600, 2, 650, 1)));
    }

    @Test
    void anAbsorbanceAboveTenIsAskedFor() throws IOException {
        assertFalse(Steps.isOurs(text("a.csv", "Wavenumber (cm-1);Absorbance", 1000, 20, 1100, 400, 1200, 90)));
    }

    @Test
    void pairsOfColumnsAreSpectraOfTheirOwn() throws IOException {
        byte[] pairs = ("cm-1,A,cm-1,A\n1000,0.1,1001,0.2\n1010,0.3,1011,0.4\n1020,0.5,,\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<Dataset> all = Steps.read("a.csv", pairs);
        assertEquals(2, all.size());
        assertArrayEquals(new double[] {1001, 1011}, ((Curve) all.get(1)).axis().values());
        assertArrayEquals(new double[] {0.1, 0.3, 0.5}, ((Curve) all.get(0)).signal().values());
    }

    @Test
    void aScaleBesideTheRamanShiftIsNoSpectrum() throws IOException {
        byte[] table = ("Pixel,Wavelength (nm),Raman shift (cm-1),Counts\n0,540,278.5,10\n1,541,312.7,12\n"
                + "2,542,346.8,9\n").getBytes(StandardCharsets.US_ASCII);
        List<Dataset> all = Steps.read("a.csv", table);
        assertEquals(1, all.size());
        assertArrayEquals(new double[] {278.5, 312.7, 346.8}, ((Curve) all.get(0)).axis().values());
        assertArrayEquals(new double[] {10, 12, 9}, ((Curve) all.get(0)).signal().values());
    }

    /** A workbook of one sheet with these cells in text and numbers. */
    private static byte[] workbook(String[] headings, double[][] rows) throws IOException {
        StringBuilder sheet = new StringBuilder("<?xml version=\"1.0\"?><worksheet xmlns="
                + "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">");
        for (int c = 0; c < headings.length; c++) {
            sheet.append("<c r=\"").append((char) ('A' + c)).append("1\" t=\"inlineStr\"><is><t>").append(headings[c])
                    .append("</t></is></c>");
        }
        sheet.append("</row>");
        for (int r = 0; r < rows.length; r++) {
            sheet.append("<row r=\"").append(r + 2).append("\">");
            for (int c = 0; c < rows[r].length; c++) {
                sheet.append("<c r=\"").append((char) ('A' + c)).append(r + 2).append("\"><v>").append(rows[r][c])
                        .append("</v></c>");
            }
            sheet.append("</row>");
        }
        String main = "http://schemas.openxmlformats.org/";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            String[][] parts = {{"[Content_Types].xml", "<Types xmlns=\"" + main + "package/2006/content-types\"/>"},
                {"_rels/.rels", "<Relationships xmlns=\"" + main + "package/2006/relationships\"><Relationship "
                        + "Id=\"r1\" Type=\"" + main + "officeDocument/2006/relationships/officeDocument\" "
                        + "Target=\"xl/workbook.xml\"/></Relationships>"},
                {"xl/workbook.xml", "<workbook xmlns=\"" + main + "spreadsheetml/2006/main\" xmlns:r=\"" + main
                        + "officeDocument/2006/relationships\"><sheets><sheet name=\"Film\" sheetId=\"1\" "
                        + "r:id=\"r1\"/></sheets></workbook>"},
                {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + main + "package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"" + main + "officeDocument/2006/relationships/worksheet\" "
                        + "Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                {"xl/worksheets/sheet1.xml", sheet.append("</sheetData></worksheet>").toString()}};
            for (String[] part : parts) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void workbooksAreReadAsTheirTextTwins() throws IOException {
        double[][] rows = {{1000, 90, 1}, {1010, 40, 2}, {1020, 80, 3}, {1030, 85, 4}};
        Curve c = (Curve) Steps.read("a.xlsx", workbook(new String[] {"Wellenzahl (cm-1)", "Transmission (%)",
            "Nr."}, rows)).get(0);
        assertEquals("ftir.transmittance", c.kind().id());
        assertEquals("%", c.signal().unit().text());
        assertArrayEquals(new double[] {1000, 1010, 1020, 1030}, c.axis().values());
        assertArrayEquals(new double[] {90, 40, 80, 85}, c.signal().values());
        Source raman = Source.of("b.xlsx", workbook(new String[] {"Raman shift (cm-1)", "Intensity (counts)"}, rows));
        assertEquals("raman", read(raman).kind().id());
        Source ordinary = Source.of("c.xlsx", workbook(new String[] {"Cycle", "Capacity"}, rows));
        assertFalse(Steps.isOurs(ordinary));
    }

    @Test
    void blocksOneBelowTheOtherAreAllRead() throws IOException {
        byte[] two = ("cm-1;A\n1000;0.1\n1010;0.2\n1020;0.3\n\nWavenumber (cm-1);%T\n2000;90\n2010;80\n2020;70\n"
                + "2030;60\n").getBytes(StandardCharsets.US_ASCII);
        List<Dataset> all = Steps.read("a.csv", two);
        assertEquals(List.of("ftir.absorbance", "ftir.transmittance"), all.stream().map(d -> d.kind().id()).toList());
        assertEquals(List.of("a", "a #2"), all.stream().map(Dataset::name).toList());
    }

    @Test
    void rowsWithoutANumberAreNamedAndLeftOut() throws IOException {
        byte[] gap = "Wavenumber (cm-1),Absorbance\n400.0,0.1\n402.0,\n404.0,0.3\n406.0,0.4\n"
                .getBytes(StandardCharsets.US_ASCII);
        Curve c = (Curve) Steps.read("a.csv", gap).get(0);
        assertArrayEquals(new double[] {400, 404, 406}, c.axis().values());
        assertTrue(remarks(c).contains("3"), remarks(c));
        byte[] twice = "Wavenumber (cm-1),Absorbance\n400.0,0.1\n402.0,0.2\n\n400.0,0.3\n406.0,0.4\n"
                .getBytes(StandardCharsets.US_ASCII);
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> Steps.read("a.csv", twice));
        assertTrue(e.position().startsWith("line 5"), e.getMessage());
    }
}
