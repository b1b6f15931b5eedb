package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;

/**
 * Text dumps of LAMMPS (docs.lammps.org/dump.html): coordinates x, xs, xu or xsu, image flags, boxes at right angles,
 * tilted and general, units and times where the dump has them. Atoms are told apart by their id, in whatever order.
 */
public final class LammpsDumpReader implements DatasetReader {

    @Override
    public String id() {
        return "dynamics.lammps";
    }

    @Override
    public String title() {
        return "LAMMPS dump";
    }

    @Override
    public List<String> extensions() {
        return List.of("lammpstrj", "dump");
    }

    @Override
    public List<String> kinds() {
        return List.of(TrajectoryTable.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String text = head.text();
        String start = text.substring(0, Math.min(text.length(), 400)).stripLeading();
        boolean items = start.startsWith("ITEM: TIMESTEP") || start.startsWith("ITEM: UNITS")
                || start.startsWith("ITEM: TIME");
        return items && start.contains("ITEM: NUMBER OF ATOMS") ? 95 : items ? 60 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        long size = Math.max(1, source.size());
        try (LineScanner lines = new LineScanner(source)) {
            LammpsFrames frames = new LammpsFrames(lines, size);
            Optional<String> cut = FrameLoop.run(lines, frames::next, size, progress);
            return TrajectoryDataset.of(source, frames.recorder(), frames.units(), cut, title());
        }
    }
}
