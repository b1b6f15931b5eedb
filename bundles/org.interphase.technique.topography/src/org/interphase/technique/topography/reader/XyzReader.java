package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.io.TextLayout;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Points as text, one x y z per line in any order, that lie on a rectangular grid. Units are those of the headings,
 * else those a person states; without them the map is in points.
 */
public final class XyzReader implements DatasetReader {

    private static final int LEAST = 4;

    @Override
    public String id() {
        return "topography.xyz";
    }

    @Override
    public String title() {
        return "Points x y z on a grid, text";
    }

    @Override
    public List<String> extensions() {
        return List.of("xyz", "txt", "csv", "dat", "asc");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND, HeightField.OTHER_KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        if (DelimitedText.columnsIn(head) != 3) {
            return 0;
        }
        boolean said = head.stated().kind().filter(HeightField.KIND::equals).isPresent();
        boolean named = head.hasExtension("xyz");
        GridGuess guess = GridGuess.of(rows(head));
        return guess.isGrid() ? named || said ? 80 : 45 : guess.mayBeGrid() && (named || said) ? 40 : said ? 12 : 0;
    }

    /** x and y of the lines one sees. */
    private static double[][] rows(SourceHead head) {
        List<String> lines = DelimitedText.lines(head.text());
        if (lines.size() > 1 && head.size() > head.bytes().length) {
            lines.remove(lines.size() - 1);
        }
        TextLayout layout = TextLayout.detect(lines);
        double[] x = new double[lines.size()];
        double[] y = new double[lines.size()];
        int n = 0;
        for (String line : lines) {
            List<String> f = layout.split(line);
            if (f.size() == 3 && layout.isNumber(f.get(0)) && layout.isNumber(f.get(1))) {
                x[n] = layout.number(f.get(0));
                y[n++] = layout.number(f.get(1));
            }
        }
        return new double[][] {Arrays.copyOf(x, n), Arrays.copyOf(y, n)};
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        TextBlock table = DelimitedText.read(source).table();
        List<TextColumn> columns = table.columns();
        if (columns.size() < 3 || columns.stream().limit(3).anyMatch(c -> !c.isNumeric())
                || columns.get(0).values().length < LEAST) {
            throw new DatasetFormatException(source.name(), "", "there are no three columns of numbers x, y and z with "
                    + "at least " + LEAST + " rows");
        }
        progress.checkCancelled();
        double[] x = columns.get(0).values();
        double[] y = columns.get(1).values();
        double[] z = columns.get(2).values();
        GridAxis[] axes = axes(x, y, GridAxis.of(x, source.name(), "column 1 (x)"), GridAxis.of(y, source.name(),
                "column 2 (y)"));
        GridAxis ax = axes[0];
        GridAxis ay = axes[1];
        MapBuilder map = new MapBuilder(source, ax.count(), ay.count(), "columns 1 and 2");
        if (sparse(ax, ay, x.length)) {
            throw new DatasetFormatException(source.name(), "columns 1 and 2", x.length + " points fill hardly any of "
                    + ax.count() + " x " + ay.count() + " places of a grid; they do not lie on one");
        }
        double[] grid = new double[map.points()];
        Arrays.fill(grid, Double.NaN);
        boolean[] taken = new boolean[grid.length];
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                continue;
            }
            // row 0 is drawn on top, y points up
            int at = (ay.count() - 1 - ay.index(y[i])) * ax.count() + ax.index(x[i]);
            if (taken[at]) {
                throw new DatasetFormatException(source.name(), "row " + (i + 1), "the point " + x[i] + ", " + y[i]
                        + " is there twice");
            }
            taken[at] = true;
            grid[at] = z[i];
        }
        return List.of(build(source, map, grid, ax, ay, columns));
    }

    private static boolean sparse(GridAxis ax, GridAxis ay, int points) {
        return (long) ax.count() * ay.count() > 16L * points + 64;
    }

    /** The first two axes on which every point has its own place; the finest if there are none. */
    private static GridAxis[] axes(double[] x, double[] y, List<GridAxis> across, List<GridAxis> down) {
        for (GridAxis ax : across) {
            for (GridAxis ay : down) {
                if (!sparse(ax, ay, x.length) && apart(x, y, ax, ay)) {
                    return new GridAxis[] {ax, ay};
                }
            }
        }
        return new GridAxis[] {across.getLast(), down.getLast()};
    }

    private static boolean apart(double[] x, double[] y, GridAxis ax, GridAxis ay) {
        boolean[] taken = new boolean[ax.count() * ay.count()];
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                int at = ay.index(y[i]) * ax.count() + ax.index(x[i]);
                if (taken[at]) {
                    return false;
                }
                taken[at] = true;
            }
        }
        return true;
    }

    private static Raster build(Source source, MapBuilder map, double[] grid, GridAxis ax, GridAxis ay,
            List<TextColumn> columns) throws DatasetFormatException {
        String length = unit(columns.get(0), source.stated().text(Fact.UNIT).orElse(""));
        String height = unit(columns.get(2), source.stated().text(Fact.SIGNAL_UNIT).orElse(""));
        String heading = columns.get(2).name().strip();
        boolean telling = heading.length() > 1 && !heading.toLowerCase(Locale.ROOT).matches("(?s).*height.*|.*column.*"
                + "|.*topograph.*|z.*|#?\\d+|c\\d+");
        // y is brought to the unit of x, where both have one
        double across = length.isEmpty() ? ay.step() : ay.step() * MapBuilder.ratio(source, unit(columns.get(1),
                length), length);
        double step = source.stated().value(Fact.PIXEL_SIZE).orElse(Double.NaN);
        if (Double.isNaN(step)) {
            map.step(ax.step(), across, length, length.isEmpty() ? "none" : "columns 1 and 2");
        } else {
            // a column of one value has no step of its own
            map.step(step, step * across / ax.step(), "nm", "stated");
        }
        Raster r = map.values(grid, height).quantity(telling && !height.isEmpty() ? heading : "Height")
                .metadata(Metadata.EMPTY.with("x of first column", ax.start()).with("y of last row", ay.start()))
                .build("");
        int missing = 0;
        for (double v : grid) {
            missing += v == v ? 0 : 1;
        }
        if (missing > 0) {
            r = r.withHeader(r.header().remarking(Remark.info(missing + " of " + grid.length + " places of the grid "
                    + "have no height; they are holes and are not counted.").coded("holes")));
        }
        return length.isEmpty() && Double.isNaN(step) || height.isEmpty() ? r.withHeader(r.header().remarking(
                Remark.warning("The file states no units" + (height.isEmpty() ? " of heights (say --signal-unit um)"
                + (length.isEmpty() ? " and lengths (say --unit um)" : "") : " of lengths (say --unit um)")
                + "; nothing is measured before they are said.").coded("no-unit"))) : r;
    }

    private static String unit(TextColumn column, String stated) {
        return column.hasUnit() ? column.unit().text() : stated;
    }
}
