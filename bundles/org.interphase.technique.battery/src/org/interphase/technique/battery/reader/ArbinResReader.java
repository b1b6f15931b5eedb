package org.interphase.technique.battery.reader;

import com.healthmarketscience.jackcess.Database;
import com.healthmarketscience.jackcess.DatabaseBuilder;
import com.healthmarketscience.jackcess.util.MemFileChannel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Dataset;

/**
 * Arbin .res files: Access databases with a table of tests, one of their rows and some of auxiliary channels. Every
 * test
 * in a file is a dataset of its own. Names of tables and columns are those of Arbin's Results File 5.23 and 5.26.
 */
public final class ArbinResReader implements DatasetReader {

    private static final byte[] JET = "\0\1\0\0Standard Jet DB\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ACE = "\0\1\0\0Standard ACE DB\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long LARGEST = 1L << 30;
    /** The library writes a line for every damaged part of a file; whoever reads it is told once, by the exception. */
    private static final Logger LIBRARY = Logger.getLogger("com.healthmarketscience.jackcess");

    @Override
    public String id() {
        return "battery.arbin-res";
    }

    @Override
    public String title() {
        return "Arbin (.res)";
    }

    @Override
    public List<String> extensions() {
        return List.of("res");
    }

    @Override
    public List<String> kinds() {
        return List.of(RecordColumns.CYCLING);
    }

    @Override
    public int confidence(SourceHead head) {
        boolean access = begins(head.bytes(), JET) || begins(head.bytes(), ACE);
        return !access ? 0 : head.hasExtension("res") ? 97 : 40;
    }

    private static boolean begins(byte[] b, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (b.length <= i || b[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        if (confidence(SourceHead.of(source)) == 0) {
            throw new DatasetFormatException(file, "byte 0", "the file is no Access database");
        }
        if (source.size() > LARGEST) {
            throw new DatasetFormatException(file, "", "the file has " + source.size() + " bytes, more than the "
                    + LARGEST + " this format is read up to");
        }
        // from memory, so that nothing is written beside the file and what is read is what was hashed
        LIBRARY.setLevel(Level.OFF);
        try (InputStream in = source.open(); AccessPages pages = AccessPages.of(MemFileChannel.newChannel(in));
                Database database = new DatabaseBuilder().setChannel(pages).setReadOnly(true).open()) {
            return new ArbinTests(source, database).datasets(progress);
        } catch (DatasetFormatException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the library meets a damaged database with exceptions of many kinds
            throw new DatasetFormatException(file, "", "the database is damaged or cut off (" + e + ")", e);
        }
    }
}
