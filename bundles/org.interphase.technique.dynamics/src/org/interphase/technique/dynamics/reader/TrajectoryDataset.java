package org.interphase.technique.dynamics.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Source;
import org.interphase.electro.record.StatedFacts;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.trajectory.Trajectory;
import org.interphase.technique.dynamics.trajectory.TrajectoryRecorder;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;
import org.interphase.technique.dynamics.trajectory.TrajectoryUnits;

/** Makes the dataset of a trajectory that was read, with what a person states of it. */
final class TrajectoryDataset {

    private TrajectoryDataset() {
    }

    /**
     * The dataset.
     *
     * @param recorder what was read; null if nothing was
     * @param cut what was cut off at the end of the file, where something was
     * @param format name of the format
     */
    static List<Dataset> of(Source source, TrajectoryRecorder recorder, TrajectoryUnits units, Optional<String> cut,
            String format) throws DatasetFormatException {
        if (recorder == null || recorder.frames() == 0) {
            throw new DatasetFormatException(source.name(), "", cut.map(c -> "the file ends within its first frame: "
                    + c).orElse("there is no frame of atoms"));
        }
        List<Remark> remarks = new ArrayList<>();
        cut.ifPresent(c -> remarks.add(Remark.warning("The last frame is not whole and was left out: " + c + ".")
                .coded("frame-cut")));
        TrajectoryUnits known = units;
        Optional<Unit> stated = source.stated().unit(Fact.UNIT);
        if (stated.isPresent()) {
            if (!stated.get().isCompatible(Unit.of("m"))) {
                throw new DatasetFormatException(source.name(), "", "the unit stated, " + stated.get().text()
                        + ", is none of length");
            }
            if (units.length().isPresent() && !units.length().get().equals(stated.get())) {
                remarks.add(Remark.warning("Lengths are taken in " + stated.get().text() + ", as stated; the format "
                        + "has them in " + units.length().get().text() + "."));
            }
            known = units.lengthIn(stated.get());
        }
        Trajectory t = recorder.trajectory(known);
        if (t.frames().every() > 1) {
            remarks.add(Remark.warning("Of the " + recorder.frames() + " frames every " + t.frames().every()
                    + "th is kept, as no more than 512 MiB of places are; all took part in following atoms through "
                    + "the cell.")
                    .coded("frames-thinned"));
        }
        StatedFacts facts = StatedFacts.of(source.stated(), Metadata.EMPTY.with("file", source.name())
                .with("format", format));
        remarks.addAll(facts.remarks());
        DatasetHeader header = DatasetHeader.of(source.name(), TrajectoryTable.KIND, facts.metadata());
        for (Remark r : remarks) {
            header = header.remarking(r);
        }
        return List.of(TrajectoryTable.of(header, t));
    }

}
