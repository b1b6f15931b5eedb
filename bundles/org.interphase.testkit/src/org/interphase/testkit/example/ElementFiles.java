package org.interphase.testkit.example;

import java.io.IOException;
import java.util.Locale;
import org.interphase.model.Curve;
import org.interphase.testkit.elements.MapTruth;
import org.interphase.testkit.elements.SpectrumTruth;
import org.interphase.testkit.synthetic.Poisson;

/** An X-ray spectrum of one electrode, and a map of the element that its coating brings (of nickel where bare). */
final class ElementFiles {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 96;
    /** Counts in a pixel. */
    private static final double COUNTS = 14;

    private final CoatedCathode example;
    private final String sample;

    ElementFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
    }

    void write() throws IOException {
        spectrum();
        map();
    }

    private void spectrum() throws IOException {
        SpectrumTruth truth = new SpectrumTruth().beam(20, 20).continuum(2.5e5).with("Ni K", 90e3).with("Co K", 12e3)
                .with("Mn K", 13e3).with("O K", 60e3).with("C K", 15e3);
        if (sample.equals(CoatedCathode.PVDF)) {
            truth.with("F K", 9e3);
        }
        Curve curve = truth.curve(CoatedCathode.seed(sample, "eds"));
        double[] y = curve.signal().values();
        StringBuilder out = new StringBuilder("#FORMAT      : EMSA/MAS Spectral Data File\n#VERSION     : 1.0\n")
                .append("#TITLE       : synthetic, ").append(sample).append('\n');
        out.append("#NPOINTS     : ").append(y.length).append("\n#NCOLUMNS    : 1\n#XUNITS      : eV\n")
                .append("#YUNITS      : counts\n#DATATYPE    : Y\n#XPERCHAN    : 10\n#OFFSET      : 0\n")
                .append("#SIGNALTYPE  : EDS\n#BEAMKV      : 20\n#LIVETIME    : 100\n#PROBECUR    : 1\n")
                .append("#ELEVANGLE   : 35\n#SPECTRUM    :\n");
        for (double v : y) {
            out.append(String.format(Locale.ROOT, "%.0f\n", v));
        }
        out.append("#ENDOFDATA   :\n");
        String file = path("eds.msa");
        example.text(file, out.toString());
        for (String family : new String[] {"Ni K", "Co K", "Mn K", "O K", "F K"}) {
            if (truth.of(family) > 0) {
                example.truth().add(sample, file, "elements/spectrum", family + " counts", truth.of(family),
                        "counts");
            } else {
                example.truth().absent(sample, file, "elements/spectrum", family + " counts", "counts");
            }
        }
    }

    private void map() throws IOException {
        String element = switch (sample) {
            case CoatedCathode.BARE -> "Ni";
            case CoatedCathode.PVDF -> "F";
            default -> "N";
        };
        MapTruth truth = MapTruth.uniform(WIDTH, HEIGHT, COUNTS);
        double[] n = new Poisson(CoatedCathode.seed(sample, "map")).next(truth.expected());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n.length; i++) {
            out.append(Math.round(n[i])).append((i + 1) % WIDTH == 0 ? '\n' : ',');
        }
        String file = path("map-" + element + "Ka.csv");
        example.text(file, out.toString());
        example.truth().absent(sample, file, "elements/map", element + " heterogeneity", "%");
    }

    private String path(String name) {
        return "raw/" + CoatedCathode.slug(sample) + "/" + name;
    }
}
