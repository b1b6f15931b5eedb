package org.interphase.ui.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.interphase.engine.document.AtomicFiles;

/**
 * A small text that the window keeps on disk while it works, so that a crash finds it there: written elsewhere than on
 * the calling thread, whole or not at all, and of contents that follow each other quickly only the last.
 */
public final class KeptFile {

    private final Path file;
    private final Executor writer;
    private final Consumer<IOException> refused;
    private String waiting;
    private CompletableFuture<Void> under = CompletableFuture.completedFuture(null);

    /**
     * @param writer runs what writes; it may take its time
     * @param refused told when the disk refuses; the work goes on
     */
    public KeptFile(Path file, Executor writer, Consumer<IOException> refused) {
        this.file = file;
        this.writer = writer;
        this.refused = refused;
    }

    /** What was kept; empty if nothing was, or nothing that can be read. */
    public Optional<String> read() {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            refused.accept(e);
            return Optional.empty();
        }
    }

    /** Keeps a text instead of the one before. */
    public synchronized void write(String text) {
        boolean idle = waiting == null;
        waiting = text;
        if (idle) {
            under = under.thenRunAsync(this::writeWaiting, writer);
        }
    }

    private synchronized String take() {
        String text = waiting;
        waiting = null;
        return text;
    }

    private void writeWaiting() {
        String text = take();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            refused.accept(e);
        } catch (RuntimeException e) {
            // whatever it is, the next text is still to be kept
            refused.accept(new IOException(e));
        }
    }

    /** Waits until everything said is on disk. */
    public void flush() {
        CompletableFuture<Void> last;
        synchronized (this) {
            last = under;
        }
        last.join();
    }
}
