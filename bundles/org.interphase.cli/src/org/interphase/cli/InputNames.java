package org.interphase.cli;

import java.util.ArrayList;
import java.util.List;
import org.interphase.engine.batch.BatchPlace;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.model.Dataset;
import org.interphase.model.Series;

/** What results call the files they are of: as given on the command line. */
final class InputNames {

    private InputNames() {
    }

    /** Names of the files of a dataset, a dataset out of an archive with its path in there; of a series all of them. */
    static String of(BatchPlace place, Dataset dataset) {
        List<Dataset> parts = place.inputs().size() > 1 && dataset instanceof Series s ? List.copyOf(s.members())
                : List.of(dataset);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            names.add(place.inputs().get(i).name() + LoadedFile.entry(place.inputs().get(i).file(), parts.get(i))
                    .map(e -> "!" + e).orElse(""));
        }
        return String.join(", ", names.stream().distinct().toList());
    }
}
