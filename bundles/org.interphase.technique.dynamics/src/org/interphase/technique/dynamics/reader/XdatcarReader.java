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
import org.interphase.technique.dynamics.trajectory.TrajectoryUnits;

/**
 * Trajectories of VASP (XDATCAR, vasp.at/wiki): fractions of cell vectors in angstroms, the cell once or before every
 * frame. The time between frames (POTIM, NBLOCK) is not in the file.
 */
public final class XdatcarReader implements DatasetReader {

    private static final String NUMBER = "\\s*[-+]?[0-9.]+([eE][-+]?\\d+)?";

    @Override
    public String id() {
        return "dynamics.xdatcar";
    }

    @Override
    public String title() {
        return "VASP XDATCAR";
    }

    @Override
    public List<String> extensions() {
        return List.of("xdatcar");
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
        if (lines.size() < 8 || !lines.get(1).matches(NUMBER + "\\s*")) {
            return 0;
        }
        for (int k = 2; k < 5; k++) {
            if (!lines.get(k).matches("(" + NUMBER + "){3}\\s*")) {
                return 0;
            }
        }
        boolean direct = lines.get(7).stripLeading().startsWith("Direct configuration");
        return direct ? 95 : head.name().toUpperCase(java.util.Locale.ROOT).contains("XDATCAR") ? 70 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        long size = Math.max(1, source.size());
        try (LineScanner lines = new LineScanner(source)) {
            XdatcarFrames frames = new XdatcarFrames(lines, size);
            Optional<String> cut = FrameLoop.run(lines, frames::next, size, progress);
            return TrajectoryDataset.of(source, frames.recorder(), TrajectoryUnits.ANGSTROM, cut, title());
        }
    }
}
