package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.model.Dataset;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;

/**
 * XYZ and extended XYZ: a line with the number of atoms, a comment, a line an atom. Lengths are in angstroms by
 * convention (Open Babel, ASE), except where the comment is that of LAMMPS, whose units are open.
 */
public final class XyzTrajectoryReader implements DatasetReader {

    @Override
    public String id() {
        return "dynamics.xyz";
    }

    @Override
    public String title() {
        return "XYZ and extended XYZ";
    }

    @Override
    public List<String> extensions() {
        return List.of("xyz", "extxyz");
    }

    @Override
    public List<String> kinds() {
        return List.of(TrajectoryTable.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        List<String> lines = DelimitedText.lines(head.text());
        if (lines.size() < 3 || !lines.get(0).strip().matches("\\d{1,9}")) {
            return 0;
        }
        if (lines.get(1).contains("Properties=") || lines.get(1).contains("Lattice=")) {
            return 95;
        }
        boolean atom = lines.get(2).strip().matches("[A-Za-z0-9_]{1,8}(\\s+[-+0-9.eE]+){3,}.*");
        boolean element = atom && Character.isLetter(lines.get(2).strip().charAt(0));
        return head.hasExtension("xyz", "extxyz") && atom ? 85 : element ? 62 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        long size = Math.max(1, source.size());
        try (LineScanner lines = new LineScanner(source)) {
            XyzFrames frames = new XyzFrames(lines, size);
            Optional<String> cut = FrameLoop.run(lines, frames::next, size, progress);
            return TrajectoryDataset.of(source, frames.recorder(), frames.units(), cut, title());
        }
    }
}
