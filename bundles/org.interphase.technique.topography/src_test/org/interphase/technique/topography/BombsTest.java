package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Source;
import org.interphase.technique.topography.reader.X3pReader;
import org.interphase.testkit.fuzz.ContainerBytes;
import org.interphase.testkit.fuzz.ReaderTrial;
import org.junit.jupiter.api.Test;

/** X3P archives that unpack to far more than a surface needs: refused before they cost memory or time. */
class BombsTest {

    private static final String HEAD = "<p:ISO5436_2 xmlns:p=\"http://www.opengps.eu/2008/ISO5436_2\"><Record1>"
            + "<FeatureType>SUR</FeatureType><Axes><CX><AxisType>I</AxisType><Increment>1e-6</Increment></CX><CY>"
            + "<AxisType>I</AxisType><Increment>1e-6</Increment></CY><CZ><AxisType>A</AxisType><DataType>D</DataType>"
            + "</CZ></Axes></Record1><Record3><MatrixDimension><SizeX>4</SizeX><SizeY>4</SizeY><SizeZ>1</SizeZ>"
            + "</MatrixDimension>";

    /** An archive whose text goes on with a piece repeated. */
    private static byte[] growing(String start, String piece, long times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] pieces = piece.repeat(4096).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("main.xml"));
            zip.write((HEAD + start).getBytes(StandardCharsets.UTF_8));
            for (long k = 0; k < times; k += 4096) {
                zip.write(pieces);
            }
        }
        return out.toByteArray();
    }

    private static void assertRefused(byte[] bomb) {
        ReaderTrial.Reading r = new ReaderTrial(new X3pReader(), 256L << 20, 5).read(Source.of("bomb.x3p", bomb));
        assertEquals(Optional.empty(), r.fault());
        assertNotNull(r.error(), "a bomb was read");
    }

    @Test
    void aListOfPointsWithoutEnd() throws IOException {
        assertRefused(growing("<DataList>", "<Datum/>", 12_000_000));
    }

    @Test
    void aTextAnAttributeOrANameWithoutEnd() throws IOException {
        assertRefused(growing("<Comment>", "a", 100_000_000));
        assertRefused(growing("<Comment a=\"", "a", 100_000_000));
        assertRefused(growing("<", "a", 100_000_000));
        assertRefused(growing("<!--", "a", 100_000_000));
    }

    @Test
    void elementsAndAttributesWithoutEnd() throws IOException {
        assertRefused(growing("", "<a>", 25_000_000));
        assertRefused(growing("", "<a/>", 25_000_000));
    }

    @Test
    void aMapThatTheArchiveCannotHold() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("main.xml", (HEAD.replace(">4<", ">60000<") + "<DataLink><PointDataLink>data.bin</PointDataLink>"
                + "</DataLink></Record3></p:ISO5436_2>").getBytes(StandardCharsets.UTF_8));
        parts.put("data.bin", new byte[1 << 20]);
        assertRefused(ContainerBytes.zip(parts));
    }

    @Test
    void partsWithNamesThatLeadOutAreOnlyNames() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(ContainerBytes.unzip(SurfaceFiles.x3p(new double[][] {{1, 2},
            {3, 4}}, 1, false)));
        parts.put("../../main.xml", parts.get("main.xml"));
        parts.put("/etc/bindata/data.bin", parts.get("bindata/data.bin"));
        ReaderTrial.Reading r = new ReaderTrial(new X3pReader(), 256L << 20, 5).read(Source.of("slip.x3p",
                ContainerBytes.zip(parts)));
        assertEquals(Optional.empty(), r.fault());
        assertTrue(r.datasets().size() == 1, () -> String.valueOf(r.error()));
    }
}
