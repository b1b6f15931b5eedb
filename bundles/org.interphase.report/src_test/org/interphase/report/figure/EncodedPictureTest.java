package org.interphase.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.Palette;
import org.interphase.figure.Theme;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class EncodedPictureTest {

    private static final Pattern IMAGE = Pattern.compile("data:(image/[a-z]+);base64,([^\"]+)\"");

    private record Shown(String type, BufferedImage image, int bytes) {
    }

    private static Shown shown(int size, double px, Layer.ColourMap map, IntBinaryOperator grey) throws Exception {
        byte[] values = new byte[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) grey.applyAsInt(i % size, i / size);
        }
        Raster raster = Raster.of(DatasetHeader.of("picture", "sem", Metadata.EMPTY), size, size,
                Pixels.ofBytes(values), "Grey", Unit.ONE, Calibration.NONE);
        Figure figure = Figure.of("picture", "Picture", "", Panel.of("main", AxisSpec.of("x", "px"),
                AxisSpec.of("y", "px"), List.of(new Layer.Picture("", raster, map, 0, 255, 0, 0, size, size,
                        Style.fill(Colour.DATA, 1)))));
        String svg = FigureSvg.write(new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, px, px, ""), "Picture");
        Matcher m = IMAGE.matcher(svg);
        assertTrue(m.find(), svg);
        byte[] file = Base64.getDecoder().decode(m.group(2));
        return new Shown(m.group(1), ImageIO.read(new ByteArrayInputStream(file)), file.length);
    }

    @Test
    void aPictureIsNoFinerThanAPrintersDots() throws Exception {
        Shown small = shown(900, 200, Layer.ColourMap.GREY, (x, y) -> x * 255 / 900);
        assertTrue(small.image.getWidth() > 300 && small.image.getWidth() <= 200 * 300 / 96,
                small.image.getWidth() + " px");
        assertEquals(120, shown(120, 400, Layer.ColourMap.GREY, (x, y) -> x).image.getWidth());
    }

    @Test
    void greysAreKeptToTheLastStepWhereNothingIsLost() throws Exception {
        Shown grey = shown(128, 300, Layer.ColourMap.GREY, (x, y) -> 2 * x);
        assertEquals("image/png", grey.type);
        for (int x = 0; x < 128; x++) {
            assertEquals(2 * x, grey.image.getRaster().getSample(x, 64, 0));
        }
    }

    @Test
    void noiseIsStoredWithLossAndStaysWithinAFewSteps() throws Exception {
        Random random = new Random(1);
        int[] noise = random.ints(500 * 500, 100, 120).toArray();
        Shown noisy = shown(500, 600, Layer.ColourMap.GREY, (x, y) -> noise[y * 500 + x]);
        assertEquals("image/jpeg", noisy.type);
        double sum = 0;
        for (int i = 0; i < noise.length; i++) {
            double d = noisy.image.getRaster().getSample(i % 500, i / 500, 0) - noise[i];
            sum += d * d;
        }
        assertTrue(Math.sqrt(sum / noise.length) < 4, Math.sqrt(sum / noise.length) + " steps");
    }

    @Test
    void coloursThatAreReadAgainstAKeyAreKept() throws Exception {
        Random random = new Random(3);
        int[] noise = random.ints(400 * 400, 0, 256).toArray();
        Shown first = shown(400, 500, Layer.ColourMap.VIRIDIS, (x, y) -> noise[y * 400 + x]);
        assertEquals("image/png", first.type);
        assertTrue(first.bytes < 400 * 400 * 1.1, "a byte a pixel, not three: " + first.bytes);
        Shown plain = shown(256, 500, Layer.ColourMap.VIRIDIS, (x, y) -> x);
        for (int i = 0; i < 400; i++) {
            // the same colour for the same value, whatever else is in the picture
            assertEquals(plain.image.getRGB(noise[i], 0), first.image.getRGB(i, 0));
        }
    }

    @Test
    void masksKeepTheirEdgesAndTheirTransparency() throws Exception {
        Random random = new Random(2);
        boolean[] set = new boolean[400 * 400];
        for (int i = 0; i < set.length; i++) {
            set[i] = random.nextBoolean();
        }
        Shown mask = shown(400, 500, Layer.ColourMap.MASK, (x, y) -> set[y * 400 + x] ? 1 : 0);
        assertEquals("image/png", mask.type);
        assertEquals(set[0] ? 255 : 0, mask.image.getRGB(0, 0) >>> 24);
    }
}
