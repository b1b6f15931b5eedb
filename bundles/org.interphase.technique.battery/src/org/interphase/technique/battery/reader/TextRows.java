package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.ColumnPage;

/**
 * Reads the rows of a text page by page while it streams by: one thread cuts the bytes into pages of lines, others read
 * them. Never more than a few pages are there as text.
 */
final class TextRows {

    private static final int BLOCK = 1 << 20;
    private static final int LONGEST_PAGE = 1 << 28;
    private static final int MOST_THREADS = 4;
    private static final int INLINE = 2 << 20;
    private static final int STRIDE = 1 << 16;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.nativeOrder());
    private static final long BREAKS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private final RowPlan plan;
    private final Progress progress;
    private final ConcurrentLinkedQueue<RowPage> readers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<byte[]> buffers = new ConcurrentLinkedQueue<>();
    private final List<RowPage.Result> results = new ArrayList<>();
    private final Deque<Future<RowPage.Result>> waiting = new ArrayDeque<>();

    private TextRows(RowPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Reads all rows.
     *
     * @param from byte at which the first row begins
     * @param firstLine number of its line, for messages
     */
    static RawTable read(Source source, long from, long firstLine, RowPlan plan, Progress progress)
            throws IOException {
        TextRows rows = new TextRows(plan, progress);
        int threads = source.size() - from < INLINE ? 0
                : Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        ExecutorService pool = threads == 0 ? null : Executors.newFixedThreadPool(threads, r -> {
            Thread t = new Thread(r, "rows of " + plan.file());
            t.setDaemon(true);
            return t;
        });
        try (InputStream in = source.open()) {
            in.skipNBytes(from);
            return rows.run(in, source.size() - from, firstLine, pool, threads);
        } finally {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
    }

    private RawTable run(InputStream in, long bytes, long firstLine, ExecutorService pool, int threads)
            throws IOException {
        byte[] page = buffer((int) Math.min(BLOCK, Math.max(1, bytes)));
        int filled = 0;
        int scanned = 0;
        int lines = 0;
        long line = firstLine;
        long done = 0;
        boolean cut = false;
        while (true) {
            if (filled == page.length) {
                if (page.length >= LONGEST_PAGE) {
                    throw new DatasetFormatException(plan.file(), "line " + line, "lines of more than "
                            + LONGEST_PAGE / ColumnPage.ROWS + " bytes are no rows of a record");
                }
                page = Arrays.copyOf(page, (int) Math.min(LONGEST_PAGE, Math.max(2L * page.length, BLOCK)));
            }
            // what is behind the page that is cut next has to be moved, so that little is read ahead
            int n = in.read(page, filled, Math.min(STRIDE, page.length - filled));
            boolean end = n < 0;
            filled += Math.max(0, n);
            done += Math.max(0, n);
            int at = scanned;
            int start = 0;
            while (at < filled) {
                if (at + Long.BYTES <= filled) {
                    int breaks = lineBreaks((long) WORDS.get(page, at));
                    if (lines + breaks < ColumnPage.ROWS) {
                        lines += breaks;
                        at += Long.BYTES;
                        continue;
                    }
                }
                if (page[at] == '\n') {
                    lines++;
                    if (lines == ColumnPage.ROWS) {
                        byte[] next = buffer(Math.max(page.length, filled - at));
                        System.arraycopy(page, at + 1, next, 0, filled - at - 1);
                        submit(pool, threads, page, start, at + 1, line, lines, false);
                        line += lines;
                        filled -= at + 1;
                        page = next;
                        lines = 0;
                        at = 0;
                        progress.report(Math.min(1, (double) done / bytes), "reading rows");
                        continue;
                    }
                }
                at++;
            }
            scanned = filled;
            if (end) {
                int stop = filled;
                if (filled > 0 && page[filled - 1] != '\n') {
                    int whole = whole(page, filled);
                    cut = whole < filled;
                    stop = whole;
                    lines++;
                }
                submit(pool, threads, page, 0, stop, line, lines, true);
                break;
            }
        }
        while (!waiting.isEmpty()) {
            take();
        }
        return table(cut);
    }

    /** How many of eight bytes are ends of lines: a byte of x is zero where the high bit of the sum stays clear. */
    private static int lineBreaks(long word) {
        long x = word ^ BREAKS;
        return Long.bitCount(~((x & LOW) + LOW | x | LOW));
    }

    private byte[] buffer(int least) {
        byte[] b = buffers.poll();
        return b != null && b.length >= least ? b : new byte[least];
    }

    /** Where the last whole line ends. */
    private int whole(byte[] page, int filled) {
        int from = filled;
        int lines = 0;
        while (from > 0 && lines < 9) {
            from--;
            lines += page[from] == '\n' ? 1 : 0;
        }
        String text = new String(page, from, filled - from, java.nio.charset.StandardCharsets.UTF_8);
        List<String> last = new ArrayList<>(text.lines().filter(t -> !t.isBlank()).toList());
        if (last.isEmpty() || LastLine.isWhole(last, plan.delimiter(), plan.decimalComma())) {
            return filled;
        }
        int end = filled;
        while (end > 0 && page[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void submit(ExecutorService pool, int threads, byte[] page, int from, int to, long line, int lines,
            boolean endsFile) throws IOException {
        progress.checkCancelled();
        if (pool == null) {
            results.add(read(page, from, to, line, lines, endsFile));
            return;
        }
        while (waiting.size() > threads) {
            take();
        }
        waiting.add(pool.submit(() -> read(page, from, to, line, lines, endsFile)));
    }

    private RowPage.Result read(byte[] page, int from, int to, long line, int lines, boolean endsFile)
            throws DatasetFormatException {
        RowPage reader = readers.poll();
        reader = reader == null ? new RowPage(plan) : reader;
        RowPage.Result out = reader.read(page, from, to, line, lines, endsFile);
        readers.add(reader);
        buffers.add(page);
        return out;
    }

    // in the order of the file, so that the first thing wrong is what is told
    private void take() throws IOException {
        try {
            results.add(waiting.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("reading was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private RawTable table(boolean cut) {
        results.removeIf(r -> r.rows() == 0 && results.size() > 1);
        boolean aligned = true;
        long rows = 0;
        for (int i = 0; i < results.size(); i++) {
            aligned &= results.get(i).rows() == ColumnPage.ROWS || i == results.size() - 1;
            rows += results.get(i).rows();
        }
        List<RawColumn> columns = new ArrayList<>();
        RowNotes notes = new RowNotes(cut);
        for (int c = 0; c < plan.width(); c++) {
            List<ColumnPage> pages = new ArrayList<>();
            TreeSet<String> words = new TreeSet<>();
            int odd = 0;
            int missing = 0;
            for (RowPage.Result r : results) {
                if (r.pages()[c] != null) {
                    pages.add(r.pages()[c]);
                }
                if (r.words().get(c) != null) {
                    words.addAll(r.words().get(c));
                }
                odd += r.odd()[c];
                missing += r.missing()[c];
            }
            CellKind kind = plan.kinds()[c];
            columns.add(new RawColumn(plan.headings().get(c), kind, kind == CellKind.WORD ? List.of()
                    : aligned ? List.copyOf(pages) : Pages.aligned(pages), words, odd, missing));
        }
        for (RowPage.Result r : results) {
            notes = notes.plus(r.shorter(), r.repeated(), r.oddCell(), r.cutRow());
        }
        return new RawTable(plan.file(), "", columns, Math.toIntExact(rows), notes);
    }
}
