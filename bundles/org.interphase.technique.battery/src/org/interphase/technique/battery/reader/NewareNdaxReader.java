package org.interphase.technique.battery.reader;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordColumns;
import org.interphase.io.UnpackedBytes;
import org.interphase.model.Dataset;

/**
 * Neware .ndax files: a zip archive with {@code data.ndc}, in newer ones beside {@code data_runInfo.ndc} and
 * {@code data_step.ndc}, auxiliary channels and settings as XML. Its parts are read one behind the other as they come,
 * unpacked as they are read; what they unpack to is counted.
 */
public final class NewareNdaxReader implements DatasetReader {

    private static final long UNPACKED_LIMIT = 1L << 30;
    private static final int MOST_PARTS = 4096;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65535;

    @Override
    public String id() {
        return "battery.neware-ndax";
    }

    @Override
    public String title() {
        return "Neware (.ndax)";
    }

    @Override
    public List<String> extensions() {
        return List.of("ndax");
    }

    @Override
    public List<String> kinds() {
        return List.of(RecordColumns.CYCLING);
    }

    @Override
    public int confidence(SourceHead head) {
        byte[] b = head.bytes();
        if (b.length < 4 || b[0] != 'P' || b[1] != 'K' || b[2] != 3 || b[3] != 4) {
            return 0;
        }
        boolean named = head.name().toLowerCase(Locale.ROOT).endsWith(".ndax");
        boolean part = new String(b, StandardCharsets.ISO_8859_1).contains("data.ndc");
        return named ? 98 : part ? 90 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        int announced = parts(source);
        NdaxParts parts = new NdaxParts(file);
        int seen = 0;
        try (ZipInputStream zip = new ZipInputStream(UnpackedBytes.atMost(file, "", source.open(),
                UNPACKED_LIMIT))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (++seen > MOST_PARTS) {
                    throw new DatasetFormatException(file, e.getName(), "the archive has more than " + MOST_PARTS
                            + " parts");
                }
                InputStream part = UnpackedBytes.atMost(file, e.getName(), zip, UNPACKED_LIMIT);
                parts.read(e.getName(), part, progress);
                part.transferTo(OutputStream.nullOutputStream());
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new DatasetFormatException(file, "", "the archive is damaged or cut off (" + e.getMessage() + ")", e);
        }
        if (seen != announced) {
            throw new DatasetFormatException(file, "", "the archive's directory names " + announced + " parts, but "
                    + seen + " were found; it is damaged");
        }
        return List.of(parts.dataset(source, EisTables.baseName(file)));
    }

    /** Number of parts by the directory at the end of the archive, without which it is cut off. */
    private static int parts(Source source) throws IOException {
        long size = source.size();
        int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer b = ByteBuffer.wrap(source.read(size - length, length)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = b.limit() - END_LENGTH; at >= 0; at--) {
            if (b.getInt(at) == END_SIGNATURE) {
                return b.getShort(at + 10) & 0xffff;
            }
        }
        throw new DatasetFormatException(source.name(), "byte " + size, "the directory at the end of the archive is "
                + "missing; the file is cut off or no archive");
    }
}
