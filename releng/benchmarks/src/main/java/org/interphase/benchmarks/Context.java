package org.interphase.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a suite needs to know, and where it puts its rows. */
public final class Context {

    private final Path data;
    private final boolean quick;
    private final List<Row> rows = new ArrayList<>();

    Context(Path data, boolean quick) {
        this.data = data;
        this.quick = quick;
    }

    /** A file in the folder given with {@code --data}, if it is there. */
    public Optional<Path> file(String name) {
        return data == null ? Optional.empty() : Optional.of(data.resolve(name)).filter(Files::isRegularFile);
    }

    /** The folder given with {@code --data}, or an empty string. */
    public String folder() {
        return data == null ? "" : data.toString();
    }

    /** Whether few and short repetitions will do. */
    public boolean quick() {
        return quick;
    }

    /** Reports one result. */
    public void row(String suite, String name, double value, String unit, boolean higherIsBetter, int threads,
            Map<String, Object> extras) {
        Row row = new Row(suite, name, value, unit, higherIsBetter, threads, extras);
        rows.add(row);
        System.out.println(row.line());
    }

    List<Row> rows() {
        return rows;
    }
}
