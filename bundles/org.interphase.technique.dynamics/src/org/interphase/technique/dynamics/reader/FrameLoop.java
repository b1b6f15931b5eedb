package org.interphase.technique.dynamics.reader;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;

/** Takes the frames of a text until it ends, where a run may have been stopped within one. */
final class FrameLoop {

    private FrameLoop() {
    }

    /** One frame. */
    @FunctionalInterface
    interface Frame {
        /** Takes the next frame; false at the end of the file. */
        boolean next() throws IOException;
    }

    /**
     * Takes all frames.
     *
     * @param size bytes of the file
     * @return what of the last frame is missing, where it is cut
     */
    static Optional<String> run(LineScanner lines, Frame frame, long size, Progress progress) throws IOException {
        int taken = 0;
        try {
            while (frame.next()) {
                taken++;
                progress.checkCancelled();
                progress.report((double) lines.bytes() / size, "reading frames");
            }
            return Optional.empty();
        } catch (EOFException e) {
            return Optional.of(e.getMessage());
        } catch (DatasetFormatException e) {
            // the last line of a run that was stopped ends anywhere
            if (taken > 0 && lines.isUnended()) {
                return Optional.of("its last line is cut");
            }
            throw e;
        }
    }
}
