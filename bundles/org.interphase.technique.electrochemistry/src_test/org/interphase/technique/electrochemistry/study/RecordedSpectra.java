package org.interphase.technique.electrochemistry.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.reader.AllReaders;

/** Every impedance spectrum that the files below a folder hold, those of several spectra too. */
final class RecordedSpectra {

    private RecordedSpectra() {
    }

    /** @param refused takes the files that were refused, with the reason */
    static List<Table> below(Path folder, List<String> refused) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<Table> out = new ArrayList<>();
        for (Path file : files) {
            try {
                collect(read(file), file.getFileName().toString(), out);
            } catch (IOException e) {
                refused.add(folder.relativize(file) + ": " + e.getMessage());
            }
        }
        return out;
    }

    private static List<Dataset> read(Path file) throws IOException {
        Source source = Source.of(file);
        SourceHead head = SourceHead.of(source);
        DatasetReader best = null;
        for (DatasetReader r : AllReaders.list()) {
            best = best == null || r.confidence(head) > best.confidence(head) ? r : best;
        }
        return best == null || best.confidence(head) <= 0 ? List.of() : best.read(source, Progress.none());
    }

    private static void collect(List<? extends Dataset> found, String file, List<Table> out) {
        int k = 0;
        for (Dataset d : found) {
            if (d instanceof Series s) {
                collect(s.members(), file, out);
            } else if (d instanceof Table t && t.kind().id().equals("eis")) {
                out.add((Table) t.withHeader(t.header().withName(file + (k++ == 0 ? "" : " " + k))));
            }
        }
    }
}
