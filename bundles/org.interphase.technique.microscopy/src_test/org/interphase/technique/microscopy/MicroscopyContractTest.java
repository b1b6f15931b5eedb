package org.interphase.technique.microscopy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.api.parameters.Region;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Series;
import org.interphase.testkit.OperationCase;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.testkit.microscopy.SyntheticScene;
import org.interphase.testkit.microscopy.ShellTruth;
import org.interphase.testkit.microscopy.StripTruth;

class MicroscopyContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new MicroscopyTechnique();
    }

    private static Raster discs(long seed) {
        return new DiscTruth(6, 0.6, 10, seed).raster(128, 0.1);
    }

    private static Raster map(String element, double shift) {
        Raster r = SyntheticScene.render(40, 32, (x, y) -> 20 + 150 * Math.exp(-((x - 18 - shift) * (x - 18 - shift)
                + (y - 15) * (y - 15)) / 40)).noisy(6, Math.round(shift) + 1).raster("element-map", Calibration.NONE);
        return r.withHeader(DatasetHeader.of(element, "element-map", Metadata.EMPTY.with("element", element)));
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        return Map.of("microscopy/porosity", List.of(discs(1)), "microscopy/pore-size", List.of(discs(2)),
                "microscopy/particles", List.of(discs(3)),
                "microscopy/layer-thickness", List.of(StripTruth.tilted(40, 4, 1).raster(160, 120, 0.1)),
                "microscopy/coating-thickness", List.of(ShellTruth.tem(30, 0, 0, 6, 0.1, 2).raster(0.5)),
                "microscopy/element-overlay", List.of(map("Fe", 0), map("O", 3)));
    }

    @Override
    protected Map<String, List<Source>> samples() throws Exception {
        byte[] ramp = new byte[64];
        for (int i = 0; i < 64; i++) {
            ramp[i] = (byte) (4 * i);
        }
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        java.awt.image.BufferedImage image = new java.awt.image.BufferedImage(8, 8,
                java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, 8, 8, ramp);
        ImageIO.write(image, "png", png);
        StringBuilder matrix = new StringBuilder();
        for (int y = 0; y < 8; y++) {
            matrix.append("1,2,3,4,5,6,").append(y).append('\n');
        }
        return Map.of("microscopy.tiff", List.of(Source.of("a.tif",
                TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, ramp).bytes(0))),
                "microscopy.picture", List.of(Source.of("a.png", png.toByteArray())),
                "microscopy.dm", List.of(Source.of("a.dm3", DmBytes.image(ramp, 8, 8))),
                "microscopy.bcf", List.of(Source.of("a.bcf", BcfBytes.map(new int[][][] {{spectrum(), spectrum()},
                    {spectrum(), spectrum()}}, 4096, true, true))),
                "microscopy.element-matrix", List.of(Source.of("map Fe Ka.csv", matrix.toString().getBytes())));
    }

    private static int[] spectrum() {
        int[] out = new int[100];
        java.util.Arrays.fill(out, 18, 63, 3);
        return out;
    }

    @Override
    protected List<OperationCase> operationCases() {
        Series two = Series.named(DatasetHeader.of("two", "sem", Metadata.EMPTY), List.of(discs(4), discs(5)));
        return List.of(
                new OperationCase("microscopy.calibrate", discs(6), Map.of("line",
                        Region.parse("line 10,10 60,10").toString(), "length", 5.0)),
                new OperationCase("microscopy.crop", discs(6), Map.of("region", "rectangle 10,10 90,80")),
                OperationCase.of("microscopy.flatten", discs(6)), new OperationCase("microscopy.resample", discs(6),
                        Map.of("size", 0.15)), OperationCase.of("microscopy.contrast", discs(6)),
                OperationCase.of("microscopy.profile", discs(6)),
                new OperationCase("microscopy.measure", discs(6), Map.of("bar", "lower-left", "drawn", List.of(
                        Map.of("name", "width", "what", "distance", "shape", "line 10,10 60,10"),
                        Map.of("name", "wedge", "what", "angle", "shape", "polygon 20,10 10,10 10,30"),
                        Map.of("name", "grain", "what", "area", "shape", "ellipse 10,10 60,40"),
                        Map.of("name", "cut", "what", "profile", "shape", "line 5,5 50,50"),
                        Map.of("name", "a void", "what", "note", "shape", "line 5,5 20,20")))),
                OperationCase.of("microscopy.compare-voids", two));
    }
}
