package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Bare numbers, row after row. What the file does not hold is asked for: columns, rows and type by {@link Fact#LAYOUT},
 * the distance of points by {@link Fact#PIXEL_SIZE}, the unit of heights by {@link Fact#SIGNAL_UNIT}. A name that
 * states them ({@code map_1000x700_f32le_um_step0.1um.raw}) is believed if the size of the file agrees, and a remark
 * says so.
 */
public final class RawNumbersReader implements DatasetReader {

    private static final double MOST = 1e20;

    @Override
    public String id() {
        return "topography.raw";
    }

    @Override
    public String title() {
        return "Heights as bare numbers";
    }

    @Override
    public List<String> extensions() {
        return List.of("raw", "bin", "f32", "f64");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND, HeightField.OTHER_KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.hasExtension("raw", "bin", "f32", "f64") || head.isText()) {
            return 0;
        }
        if (head.stated().kind().filter(HeightField.KIND::equals).isPresent()) {
            return 60;
        }
        Optional<RawLayout> layout = RawLayout.ofName(head.name());
        return layout.isPresent() && layout.get().size() == head.size() ? 60 : 5;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        Optional<String> said = source.stated().text(Fact.LAYOUT);
        Optional<RawLayout> named = RawLayout.ofName(source.name());
        Optional<RawLayout> layout = said.isPresent() ? Optional.of(RawLayout.parse(source.name(), said.get())) : named;
        if (layout.isEmpty()) {
            throw Stated.missing(source.name(), "", "The file holds bare numbers and does not say how many columns and "
                    + "rows of which type", Fact.LAYOUT, Fact.PIXEL_SIZE, Fact.SIGNAL_UNIT);
        }
        RawLayout l = layout.get();
        MapBuilder map = new MapBuilder(source, l.width(), l.height(), "layout " + l);
        if (l.size() != source.size()) {
            throw new DatasetFormatException(source.name(), "layout " + l, "needs " + l.size() + " bytes, the file has "
                    + source.size());
        }
        double stated = source.stated().value(Fact.PIXEL_SIZE).orElse(Double.NaN);
        String step = Double.isNaN(stated) ? named.map(RawLayout::step).orElse("") : stated + " nm";
        String unit = source.stated().text(Fact.SIGNAL_UNIT).orElse(named.map(RawLayout::unit).orElse(""));
        if (step.isEmpty() || unit.isEmpty()) {
            throw Stated.missing(source.name(), "", "The file holds bare numbers and does not say "
                    + (step.isEmpty() ? unit.isEmpty() ? "how far apart the points are and what unit heights are in"
                    : "how far apart the points are" : "what unit heights are in"), step.isEmpty() ? unit.isEmpty()
                    ? new Fact[] {Fact.PIXEL_SIZE, Fact.SIGNAL_UNIT} : new Fact[] {Fact.PIXEL_SIZE}
                    : new Fact[] {Fact.SIGNAL_UNIT});
        }
        SurfaceBytes b = SurfaceBytes.read(source, l.order());
        double[] z = b.values(l.type(), l.skip(), map.points());
        plausible(source, l, z);
        int blank = step.indexOf(' ');
        double distance = Double.parseDouble(step.substring(0, blank));
        Raster r = map.values(z, unit).step(distance, distance, step.substring(blank + 1), Double.isNaN(stated)
                ? "name of the file" : "stated").metadata(Metadata.EMPTY.with("layout", l.toString())).build("");
        return List.of(named.isPresent() && (said.isEmpty() || Double.isNaN(stated)
                || source.stated().text(Fact.SIGNAL_UNIT).isEmpty()) ? r.withHeader(r.header().remarking(Remark.info(
                "The file holds bare numbers; what they are (" + named.get() + ", " + named.get().unit() + ", step "
                + named.get().step() + ") is taken from its name where it was not stated.").coded("layout-from-name")))
                : r);
    }

    /** Floats read in the wrong order of bytes are astronomically large or small. */
    private static void plausible(Source source, RawLayout layout, double[] z) throws DatasetFormatException {
        long odd = 0;
        long all = 0;
        for (double v : z) {
            if (v != 0 && v == v) {
                all++;
                odd += Math.abs(v) > MOST || Math.abs(v) < 1 / MOST ? 1 : 0;
            }
        }
        if (odd * 100 > all) {
            throw new DatasetFormatException(source.name(), "layout " + layout, odd + " of " + all + " numbers are "
                    + "beyond 1e20 or below 1e-20; the type or the order of bytes (big, little) is probably another");
        }
    }
}
