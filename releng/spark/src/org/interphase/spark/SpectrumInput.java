package org.interphase.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.Checksums;

/**
 * A spectrum that is the row of a table or of a map. It is read as the text file of two columns it could as well be, by
 * the same readers under the same rules, so that it gives the numbers that file gives; numbers are written with all
 * their digits.
 */
final class SpectrumInput implements Input {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String heading;
    private final double[] x;
    private final double[] y;

    /**
     * @param id what it is called
     * @param heading of the two columns, with a comma between
     * @param x handed over, not to be written to
     * @param y handed over, not to be written to; NaN is a missing value
     */
    SpectrumInput(String id, String heading, double[] x, double[] y) {
        this.id = id;
        this.heading = heading;
        this.x = x;
        this.y = y;
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public String sha256(Configuration hadoop) throws IOException {
        return Checksums.ofBytes(text());
    }

    @Override
    public LoadedFile load(DatasetLoader loader, Stated stated, Configuration hadoop) throws IOException {
        String file = id.substring(id.lastIndexOf('/') + 1).replaceAll("[\\\\\u0000]", "_") + ".csv";
        return loader.load(Path.of(file), Source.of(file, text()).stating(stated), Progress.none());
    }

    private byte[] text() throws DatasetFormatException {
        if (x.length != y.length || x.length == 0) {
            throw new DatasetFormatException(id, "", "the row has " + x.length + " values of x and " + y.length
                    + " of y");
        }
        StringBuilder out = new StringBuilder(24 * x.length).append(heading).append('\n');
        for (int i = 0; i < x.length; i++) {
            out.append(x[i]).append(',');
            if (!Double.isNaN(y[i])) {
                out.append(y[i]);
            }
            out.append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
