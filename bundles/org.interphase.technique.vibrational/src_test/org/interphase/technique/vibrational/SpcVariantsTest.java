package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpcVariantsTest {

    private static final int SIXTEEN = 0x01;
    private static final int MULTI = 0x04;
    private static final int ORDERED = 0x10;
    private static final int LABELS = 0x20;
    private static final int OWN_X = 0x40;
    private static final int X_VALUES = 0x80;
    private static final double[] Y = {100, 250.5, 300, 125.25};

    private static SpcWriter little() {
        return new SpcWriter(ByteOrder.LITTLE_ENDIAN, 4, 400, 1000);
    }

    private static List<Dataset> read(SpcWriter file) throws IOException {
        return Steps.read("a.spc", file.bytes());
    }

    private static CurveStack stack(SpcWriter file) throws IOException {
        return assertInstanceOf(CurveStack.class, read(file).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void bothByteOrdersGiveTheSameSpectrum(String order) throws IOException {
        SpcWriter file = new SpcWriter(order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, 4, 400,
                1000);
        Curve c = (Curve) read(file.exponent(10).sub(0, 0, 0, 0, Y)).get(0);
        assertArrayEquals(Y, c.signal().values(), 1e-6);
        assertArrayEquals(new double[] {400, 600, 800, 1000}, c.axis().values(), 1e-9);
    }

    @Test
    void eachSubfileHasItsOwnExponent() throws IOException {
        CurveStack s = stack(little().flags(MULTI | ORDERED).exponent(10).sub(10, 0, 0, 0, Y)
                .sub(-128, 1, 1, 0, 1e-4, 2e-4, 3e-4, 4e-4).sub(1, 7, 7, 0, 0.1, 0.2, 0.3, 0.4));
        assertEquals(250.5, s.get(0, 1), 1e-6);
        assertEquals(2e-4, s.get(1, 1), 1e-10);
        assertEquals(0.2, s.get(2, 1), 1e-9);
        assertArrayEquals(new double[] {0, 1, 7}, s.positions().get(0).values());
    }

    @Test
    void exponentsLeftZeroInEverySubfileMeanTheHeaders() throws IOException {
        CurveStack s = stack(little().flags(MULTI).exponent(10).sub(0, 0, 1, 0, Y).sub(0, 1, 2, 0, Y));
        assertEquals(300, s.get(1, 2), 1e-6);
        s = stack(little().flags(MULTI).exponent(-128).sub(0, 0, 1, 0, Y).sub(0, 1, 2, 0, Y));
        assertEquals(300, s.get(1, 2), 1e-6);
    }

    @Test
    void sixteenBitMultifilesAreRead() throws IOException {
        CurveStack s = stack(little().flags(MULTI | SIXTEEN).sub(10, 0, 1, 0, Y).sub(12, 1, 2, 0, Y));
        assertEquals(250.5, s.get(0, 1), 0.01);
        assertEquals(250.5, s.get(1, 1), 0.04);
    }

    @Test
    void evenlySpacedZIsStatedForTheFirstSubfileOnly() throws IOException {
        SpcWriter file = little().flags(MULTI).sub(10, 2, 2.5, 0, Y).sub(10, 0, 0, 0, Y).sub(10, 0, 0, 0, Y);
        assertArrayEquals(new double[] {2, 2.5, 3}, stack(file).positions().get(0).values());
        assertArrayEquals(new double[] {2, 2.25, 2.5}, stack(file.zIncrement(0.25)).positions().get(0).values());
    }

    @Test
    void planesGiveASecondPosition() throws IOException {
        CurveStack s = stack(little().flags(MULTI | ORDERED).planes(2).sub(10, 1, 2, 5, Y).sub(10, 2, 1, 5, Y)
                .sub(10, 1, 2, 6, Y).sub(10, 2, 1, 6, Y));
        assertArrayEquals(new double[] {1, 2, 1, 2}, s.positions().get(0).values());
        assertArrayEquals(new double[] {5, 5, 6, 6}, s.positions().get(1).values());
    }

    @Test
    void unevenAbscissaeBelongToAllSubfilesOrToEach() throws IOException {
        Curve c = (Curve) read(little().flags(X_VALUES).exponent(10).axis(400, 410, 700, 1000)
                .sub(0, 0, 0, 0, Y)).get(0);
        assertArrayEquals(new double[] {400, 410, 700, 1000}, c.axis().values(), 1e-6);
        List<Dataset> own = read(little().flags(MULTI | OWN_X | X_VALUES)
                .subWithAxis(-128, 0, new double[] {400, 500, 900}, 1, 2, 3)
                .subWithAxis(10, 1, new double[] {300, 500}, 100, 200));
        assertArrayEquals(new double[] {400, 500, 900}, ((Curve) own.get(0)).axis().values());
        assertArrayEquals(new double[] {100, 200}, ((Curve) own.get(1)).signal().values(), 1e-6);
    }

    @Test
    void anAxisLabelOfTheFilesOwnDecides() throws IOException {
        SpcWriter file = little().units(0, 0).exponent(10).sub(0, 0, 0, 0, Y).label("Raman Shift (cm-1)\0Counts");
        assertEquals("raman", read(file.flags(LABELS)).get(0).kind().id());
        Curve c = (Curve) read(little().units(0, 2).exponent(1).flags(LABELS).sub(0, 0, 0, 0, 0.1, 0.2, 0.3, 0.2)
                .label("Wavelength (nm)\0A\0")).get(0);
        // visible light: no infrared spectrum, its wavelengths stay
        assertEquals("curve", c.kind().id());
        assertEquals("nm", c.axis().unit().text());
        assertEquals(1000, c.axis().max(), 1e-6);
        Curve near = (Curve) read(little().units(3, 2).exponent(1).flags(X_VALUES).axis(1000, 1500, 2000, 2500)
                .sub(0, 0, 0, 0, 0.1, 0.2, 0.3, 0.4)).get(0);
        assertEquals("ftir.absorbance", near.kind().id());
        assertArrayEquals(new double[] {4000, 5000, 1e7 / 1500, 10000}, near.axis().values(), 1e-6);
        assertArrayEquals(new double[] {0.4, 0.3, 0.2, 0.1}, near.signal().values(), 1e-6);
    }

    @Test
    void subfilesAtOnePlaceAreSpectraAndNoMap() throws IOException {
        List<Dataset> two = read(little().flags(MULTI).exponent(10).sub(0, 0, 0, 0, Y).sub(0, 0, 0, 0, Y));
        assertEquals(2, two.size());
        assertTrue(two.stream().allMatch(Curve.class::isInstance), two.toString());
        assertEquals(1, read(little().flags(MULTI).exponent(10).sub(0, 0, 0, 0, Y).sub(0, 1, 0, 0, Y)).size());
    }

    @Test
    void transmittanceFarAboveOneIsInPerCent() throws IOException {
        Curve percent = (Curve) read(little().units(1, 128).exponent(7).sub(0, 0, 0, 0, 90, 50, 20, 60)).get(0);
        assertEquals("%", percent.signal().unit().text());
        Curve share = (Curve) read(little().units(1, 128).exponent(1).sub(0, 0, 0, 0, 0.9, 0.5, 0.2, 0.6)).get(0);
        assertEquals("1", share.signal().unit().text());
    }

    @Test
    void logEntriesAreKept() throws IOException {
        Dataset d = read(little().exponent(10).sub(0, 0, 0, 0, Y).log("LASER=532 nm\r\nGRATING = 1800\r\n")).get(0);
        assertEquals("532 nm", d.metadata().text("LASER").orElseThrow());
        assertEquals("1800", d.metadata().text("GRATING").orElseThrow());
    }

    @Test
    void oldFormatMultifilesAndFloatsAreRead() throws IOException {
        List<Dataset> two = Steps.read("a.spc", SpcWriter.old(MULTI, 10, 400, 1000, Y, new double[] {1, 2, 3, 4}));
        assertEquals(2, two.size());
        assertArrayEquals(new double[] {1, 2, 3, 4}, ((Curve) two.get(1)).signal().values(), 1e-6);
        Curve c = (Curve) Steps.read("a.spc", SpcWriter.old(0, 128, 400, 1000, Y)).get(0);
        assertArrayEquals(Y, c.signal().values(), 1e-6);
    }

    @Test
    void anOldMultifileCutInsideASubfileIsRefused() {
        double[] long1 = new double[40];
        Arrays.setAll(long1, i -> 1 + i);
        byte[] whole = SpcWriter.old(MULTI, 10, 400, 1000, long1, long1);
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> Steps.read("a.spc", Arrays.copyOf(whole, whole.length - 8)));
        assertTrue(e.getMessage().contains("subfile 2") && e.position().startsWith("byte"), e.getMessage());
    }
}
