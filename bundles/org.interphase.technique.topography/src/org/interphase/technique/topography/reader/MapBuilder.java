package org.interphase.technique.topography.reader;

import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.topography.surface.HeightField;

/** From what a file holds to a height map: micrometres where the file states another unit of length. */
final class MapBuilder {

    private static final Unit UM = Unit.of("um");
    /** A side longer than this is no map but a misread header. */
    private static final int LONGEST = 1 << 16;

    private final Source source;
    private final int width;
    private final int height;
    private double[] values = new double[0];
    private Unit unit = Unit.ONE;
    private String quantity = "Height";
    private Calibration calibration = Calibration.NONE;
    private Metadata metadata = Metadata.EMPTY;

    /** A map of so many columns and rows. */
    MapBuilder(Source source, long width, long height, String position) throws DatasetFormatException {
        if (width < 1 || height < 1 || width > LONGEST || height > LONGEST || width * height > Integer.MAX_VALUE / 8) {
            throw new DatasetFormatException(source.name(), position, "a map of " + width + " x " + height
                    + " points is none");
        }
        this.source = source;
        this.width = (int) width;
        this.height = (int) height;
    }

    boolean isRow() {
        return height == 1;
    }

    DatasetFormatException wrong(String position, String reason) {
        return new DatasetFormatException(source.name(), position, reason);
    }

    int points() {
        return width * height;
    }

    /** Values row after row, NaN where nothing was measured; handed over. */
    MapBuilder values(double[] rows, String unitText) throws DatasetFormatException {
        if (rows.length != points()) {
            throw new DatasetFormatException(source.name(), "", rows.length + " values for " + width + " x " + height);
        }
        values = rows;
        unit = unit(unitText);
        boolean toMicrometres = unit.isCompatible(UM) && (unit.text().equals("m") || unit.text().equals("mm")
                || unit.text().equals("cm"));
        if (toMicrometres) {
            double f = unit.scaleTo(UM);
            for (int i = 0; i < values.length; i++) {
                values[i] *= f;
            }
            unit = UM;
        }
        return this;
    }

    /** Values column after column, the lowest row first, as some instruments store them; handed over. */
    MapBuilder columnsUpward(double[] columns, String unitText) throws DatasetFormatException {
        double[] rows = new double[columns.length];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                rows[(height - 1 - y) * width + x] = columns[x * height + y];
            }
        }
        return values(rows, unitText);
    }

    /** Distances of neighbouring points. */
    MapBuilder step(double x, double y, String unitText, String from) throws DatasetFormatException {
        Unit of = unit(unitText);
        double f = of.isCompatible(UM) ? of.scaleTo(UM) : 1;
        if (!(x * f > 0 && y * f > 0 && Double.isFinite(x * f) && Double.isFinite(y * f))) {
            throw new DatasetFormatException(source.name(), from, "the distance of points is " + x + " x " + y + " "
                    + unitText);
        }
        calibration = new Calibration(x * f, y * f, of.isCompatible(UM) ? UM : Calibration.NONE.unit(), Double.NaN,
                from);
        return this;
    }

    MapBuilder quantity(String other) {
        quantity = other.isBlank() ? quantity : other;
        return this;
    }

    MapBuilder metadata(Metadata other) {
        metadata = other;
        return this;
    }

    /** By what a length in a unit is multiplied to be in another. */
    static double ratio(Source source, String from, String to) throws DatasetFormatException {
        Unit a = unit(source, from);
        Unit b = unit(source, to);
        if (!a.isCompatible(b)) {
            throw new DatasetFormatException(source.name(), "", "'" + from + "' and '" + to
                    + "' are not units of one quantity");
        }
        return a.scaleTo(b);
    }

    private Unit unit(String text) throws DatasetFormatException {
        return unit(source, text);
    }

    /** A unit as instruments write it. */
    static Unit unit(Source source, String text) throws DatasetFormatException {
        String t = text.strip();
        if (t.isEmpty() || t.equalsIgnoreCase("a.u.") || t.equalsIgnoreCase("<no unit>")) {
            return Unit.ONE;
        }
        t = t.replace('\u00b5', 'u').replace('\u03bc', 'u').replace("\u00c5", "Angstrom").replace("~m", "um");
        try {
            return Unit.of(t);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(source.name(), "", "the unit '" + text + "' is not known", e);
        }
    }

    /**
     * The map: of heights if its values are lengths or nothing says what they are, else of another quantity.
     *
     * @throws DatasetFormatException if no point was measured
     */
    Raster build(String name) throws DatasetFormatException {
        int measured = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                values[i] = Double.NaN;
            } else {
                measured++;
            }
        }
        if (measured == 0) {
            throw new DatasetFormatException(source.name(), "", "not one point of the map was measured");
        }
        boolean length = unit.isCompatible(UM) || unit.isOne() && quantity.equals("Height");
        Metadata m = metadata.with("file", source.name()).with("points measured", (long) measured)
                .with("points missing", (long) (values.length - measured));
        return Raster.of(DatasetHeader.of(name.isBlank() ? source.name() : name, length ? HeightField.KIND
                : HeightField.OTHER_KIND, m), width, height, Pixels.ofDoubles(values), quantity, unit, calibration);
    }
}
