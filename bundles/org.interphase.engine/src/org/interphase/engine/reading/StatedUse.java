package org.interphase.engine.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Remark;

/**
 * Which statements about a file its reader made use of. One that a reader asks for counts as used; of the others a
 * remark says that they had no effect.
 */
final class StatedUse {

    private final Stated stated;
    private final Set<Fact> asked = EnumSet.noneOf(Fact.class);

    StatedUse(Stated stated) {
        this.stated = stated;
    }

    /** The statements, for the reader. */
    Stated heard() {
        return stated.heardBy(asked::add);
    }

    /**
     * The datasets with remarks of what was stated.
     *
     * @throws DatasetFormatException if none is of the kind stated
     */
    List<Dataset> remark(String file, String reader, List<Dataset> datasets) throws DatasetFormatException {
        if (stated.isEmpty()) {
            return datasets;
        }
        if (stated.kind().isPresent()) {
            String kind = stated.kind().get();
            if (datasets.stream().noneMatch(d -> d.kind().id().equals(kind))) {
                throw new DatasetFormatException(file, "", "it is stated to be " + kind + ", but its content is "
                        + datasets.get(0).kind() + " to the reader of " + reader);
            }
            asked.add(Fact.KIND);
        }
        List<Fact> used = new ArrayList<>();
        List<Fact> idle = new ArrayList<>();
        for (Fact f : Fact.values()) {
            if (stated.text(f).isPresent()) {
                (asked.contains(f) ? used : idle).add(f);
            }
        }
        List<Remark> remarks = new ArrayList<>();
        if (!used.isEmpty()) {
            remarks.add(Remark.info("As stated by the user, not by the file: " + stated.pretty(used) + "."));
        }
        if (!idle.isEmpty()) {
            remarks.add(Remark.warning("Stated, but not used: " + stated.pretty(idle) + ". Nothing in this file ("
                    + reader + ") asks for " + (idle.size() == 1 ? "it" : "them") + "."));
        }
        return List.copyOf(datasets.stream().map(d -> with(d, remarks)).toList());
    }

    private static Dataset with(Dataset dataset, List<Remark> remarks) {
        DatasetHeader header = dataset.header();
        for (Remark r : remarks) {
            header = header.remarking(r);
        }
        return dataset.withHeader(header);
    }
}
