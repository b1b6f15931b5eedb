package org.interphase.engine.internal;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;

/** A reader of a plug-in: whatever its code does comes out as its contract says. */
final class ForeignReader implements DatasetReader {

    private static final int SUREST = 100;

    private final DatasetReader reader;
    private final ForeignPlugin plugin;
    private final String id;
    private final String title;
    private final List<String> extensions;
    private final List<String> kinds;
    private volatile boolean endless;
    private volatile boolean givenUp;

    /** Asks the reader for what it says of itself, which may fail. */
    ForeignReader(DatasetReader reader, ForeignPlugin plugin) {
        this.reader = reader;
        this.plugin = plugin;
        id = reader.id();
        title = java.util.Objects.requireNonNull(reader.title(), "the title of reader " + id);
        extensions = List.copyOf(reader.extensions());
        kinds = List.copyOf(reader.kinds());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> extensions() {
        return extensions;
    }

    @Override
    public List<String> kinds() {
        return kinds;
    }

    @Override
    public int confidence(SourceHead head) {
        if (endless) {
            return 0;
        }
        try {
            int confidence = plugin.calls().quick(() -> reader.confidence(head));
            if (confidence < 0 || confidence > SUREST) {
                plugin.failed("reader " + id, "its confidence in a file is " + confidence + " instead of 0 to 100");
                return 0;
            }
            return confidence;
        } catch (ForeignCalls.Failed e) {
            endless |= e.isEndless();
            plugin.failed("reader " + id, "asked whether it knows a file, " + e.getMessage()
                    + (endless ? "; it is not asked again" : ""));
            return 0;
        }
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        if (givenUp) {
            throw new IllegalStateException("it gave no sign of life on an earlier file; it is not asked again");
        }
        try {
            return plugin.calls().patient(progress, p -> List.copyOf(reader.read(source, p)));
        } catch (ForeignCalls.Failed e) {
            givenUp |= e.isEndless();
            switch (e.getCause()) {
                case null -> throw new IllegalStateException(e.getMessage());
                case IOException io -> throw io;
                case OutOfMemoryError memory -> throw memory;
                default -> throw ForeignCalls.passed(e);
            }
        }
    }
}
