package org.interphase.engine.batch;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.internal.KnownKeys;
import org.interphase.engine.text.JsonText;

/**
 * Results of a batch in one file that only grows: JSON, one record a line. A line that begins with {@code journal} says
 * how the records after it were made. A record begins with its key (see {@link JournalKeys}) and its status, and every
 * line ends with the CRC-32 of what is before it in eight hexadecimal digits, so that a line cut short by a killed
 * program or a lost power supply is known and cut off. Of records with one file and dataset the last one counts.
 *
 * <p>A line is with the operating system when {@link #append} returns, and on the disk within a second while lines
 * come, and on closing. Not for several threads.
 */
public final class ResultJournal implements Closeable {

    private static final String FORMAT = "interphase journal 1";
    private static final String HEAD = "{\"journal\":\"";
    private static final String KEY = "{\"key\":\"";
    private static final int DIGITS = 64;
    private static final Pattern RECORD = Pattern.compile("\\{\"key\":\"[0-9a-f]{64}\",\"status\":\"");
    private static final String OK = "\",\"status\":\"ok\",";
    private static final String CHECK = ",\"check\":\"";
    private static final String END = "\"}";
    private static final int LONGEST = 1 << 28;
    private static final long FORCE_NANOS = 1_000_000_000L;
    private static final long DONE = 1L << 32;

    private final Path file;
    private final FileChannel channel;
    private final KnownKeys known = new KnownKeys();
    private long lastHeader = -1;
    private long forced = System.nanoTime();

    private ResultJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * A line of a journal.
     *
     * @param key of the result
     * @param ok whether it is one, or says what failed
     * @param text the line without its end
     */
    public record Line(String key, boolean ok, String text) {
    }

    /**
     * Opens a journal, or begins one. Half a line at its end is cut off.
     *
     * @param how the results to come are made
     * @param resume whether one that is there is gone on with
     * @throws IOException if there is one and it is not to be gone on with, if what is there is no journal or damaged
     *     before its end, if another program writes it, or if it cannot be written
     */
    public static ResultJournal open(Path file, Map<String, Object> how, boolean resume) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.CREATE);
        try {
            lock(channel, file);
            if (channel.size() > 0 && !resume) {
                throw new IOException(file + " is there already; --resume goes on with a journal, another name "
                        + "begins a new one");
            }
            ResultJournal journal = new ResultJournal(file, channel);
            long whole = journal.scan();
            channel.truncate(whole);
            channel.position(whole);
            journal.begin(how);
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            // held until the channel is closed
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException("another program is writing the journal " + file);
        }
    }

    // what is whole of it, in bytes
    private long scan() throws IOException {
        channel.position(0);
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long position = 0;
        long whole = 0;
        int number = 1;
        int bad = 0;
        for (int b = next(buffer); b >= 0; b = next(buffer)) {
            position++;
            if (b != '\n') {
                line.write(b);
                if (line.size() > LONGEST) {
                    throw damaged(number, "it is longer than any record");
                }
                continue;
            }
            boolean good = learn(line.toString(StandardCharsets.UTF_8));
            if (good && bad > 0) {
                throw damaged(bad, "others come after it");
            }
            if (good) {
                whole = position;
            } else if (bad == 0) {
                bad = number;
            }
            line.reset();
            number++;
        }
        String rest = line.toString(StandardCharsets.UTF_8);
        if (whole == 0 && position > 0 && (bad > 0 || !HEAD.startsWith(rest.substring(0, Math.min(rest.length(),
                HEAD.length()))))) {
            throw new DocumentException(file.toString(), 0, 0, "this is no '" + FORMAT + "'");
        }
        return whole;
    }

    private int next(ByteBuffer buffer) throws IOException {
        if (!buffer.hasRemaining()) {
            int read = channel.read(buffer.clear());
            buffer.flip();
            if (read <= 0) {
                return -1;
            }
        }
        return buffer.get() & 0xff;
    }

    private IOException damaged(int line, String why) {
        return new DocumentException(file.toString(), line, 1, "this line of the journal is damaged, and " + why
                + "; take the line out to have its result made again");
    }

    private boolean learn(String line) {
        int check = line.length() - CHECK.length() - 8 - END.length();
        if (check < 0 || !line.equals(checked(line.substring(0, check)))) {
            return false;
        }
        if (line.startsWith(HEAD)) {
            lastHeader = crc(line);
            return line.startsWith(FORMAT + "\"", HEAD.length());
        }
        if (lastHeader < 0 || !RECORD.matcher(line).lookingAt()) {
            return false;
        }
        known.put(line.substring(KEY.length(), KEY.length() + DIGITS),
                crc(line) | (line.startsWith(OK, KEY.length() + DIGITS) ? DONE : 0));
        return true;
    }

    private void begin(Map<String, Object> how) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("journal", FORMAT);
        tree.putAll(how);
        String line = line(tree);
        if (crc(line) != lastHeader) {
            write(line);
        }
    }

    /** How many results are known from before. */
    public int known() {
        return known.size();
    }

    /** Whether a result from before, not a failure, has this key. */
    public boolean isDone(String key) {
        return (known.get(key, 0) & DONE) != 0;
    }

    /** The line of a result. Needs no journal, so that several threads can make lines. */
    public static Line line(String key, boolean ok, Map<String, Object> result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", key);
        tree.put("status", ok ? "ok" : "failed");
        result.forEach(tree::putIfAbsent);
        return new Line(key, ok, line(tree));
    }

    /**
     * Adds a line, unless the last one of its key says the same.
     *
     * @throws IOException if it cannot be written; what was there is whole
     */
    public void append(Line line) throws IOException {
        long before = known.get(line.key(), -1);
        if (before >= 0 && (before & (DONE - 1)) == crc(line.text())) {
            return;
        }
        write(line.text());
        if (System.nanoTime() - forced > FORCE_NANOS) {
            force();
        }
    }

    private void write(String line) throws IOException {
        long before = channel.position();
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            try {
                channel.truncate(before);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void force() throws IOException {
        channel.force(false);
        forced = System.nanoTime();
    }

    private static String line(Map<String, Object> tree) {
        String text = JsonText.write(tree);
        return checked(text.substring(0, text.length() - 1));
    }

    private static String checked(String text) {
        return text + CHECK + String.format("%08x", crc(text)) + END;
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            force();
        }
    }
}
