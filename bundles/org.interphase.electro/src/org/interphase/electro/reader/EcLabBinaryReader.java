package org.interphase.electro.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisTables;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * BioLogic EC-Lab binary files (.mpr): a signature, then modules, each with a short name, a long name, its length,
 * version and date. Columns are decoded by their numbers; numbers not known here are reported in the metadata
 * ("unknown columns") and do not stop the others from being read.
 */
public final class EcLabBinaryReader implements DatasetReader {

    private static final byte[] SIGNATURE = "BIO-LOGIC MODULAR FILE\u001a".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FIRST_MODULE = 0x34;
    private static final int NAMES = 6 + 10 + 25;
    private static final long LARGEST = 1L << 30;
    private static final int MAX_MODULES = 1000;
    /** Numbers of techniques as the settings module starts with; unverified except 4, 6 and 29. */
    private static final Map<Integer, String> TECHNIQUES = Map.of(0x04, "GCPL", 0x06, "CV", 0x0b, "OCV", 0x18, "CA",
            0x19, "CP", 0x1d, "Potentio Electrochemical Impedance Spectroscopy", 0x1e,
            "Galvano Electrochemical Impedance Spectroscopy", 0x6c, "LSV", 0x7f,
            EcLabImpedance.MODULO_BAT);

    private record Module(String name, int version, byte[] content, long position) {
    }

    @Override
    public String id() {
        return "electrochemistry.eclab-binary";
    }

    @Override
    public String title() {
        return "BioLogic EC-Lab binary (.mpr)";
    }

    @Override
    public List<String> extensions() {
        return List.of("mpr");
    }

    @Override
    public List<String> kinds() {
        return new EcLabTextReader().kinds();
    }

    @Override
    public int confidence(SourceHead head) {
        byte[] b = head.bytes();
        if (b.length < SIGNATURE.length) {
            return 0;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (b[i] != SIGNATURE[i]) {
                return 0;
            }
        }
        return 100;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        if (confidence(SourceHead.of(source)) == 0) {
            throw new DatasetFormatException(file, "byte 0", "the signature 'BIO-LOGIC MODULAR FILE' is missing");
        }
        List<Module> modules = modules(file, source.readAll(LARGEST));
        progress.checkCancelled();
        Module data = modules.stream().filter(m -> m.name.equals("VMP data")).findFirst().orElseThrow(
                () -> new DatasetFormatException(file, "", "there is no data module in the file"));
        MprRecords records = MprRecords.of(file, data.content, data.version, data.position);
        Metadata metadata = metadata(modules, records);
        String name = EisTables.baseName(file);
        if (records.columns().isEmpty()) {
            throw new DatasetFormatException(file, "byte " + data.position, "none of its columns is known: "
                    + records.unknown());
        }
        return EcLabImpedance.datasets(source, name, metadata.text("technique").orElse(""), metadata,
                records.columns());
    }

    private static List<Module> modules(String file, byte[] bytes) throws DatasetFormatException {
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Module> out = new ArrayList<>();
        int at = FIRST_MODULE;
        while (at < bytes.length) {
            if (at + NAMES + 24 > bytes.length || !text(bytes, at, 6).equals("MODULE") || out.size() > MAX_MODULES) {
                throw new DatasetFormatException(file, "byte " + at, "a module was expected to start here");
            }
            // EC-Lab 11.50 and newer put the largest length (-1) before the length and two version numbers behind it
            boolean wide = b.getInt(at + NAMES) == -1;
            int field = at + NAMES + (wide ? 4 : 0);
            long length = Integer.toUnsignedLong(b.getInt(field));
            int version = wide ? b.getInt(field + 8) : b.getInt(field + 4);
            int content = field + (wide ? 12 : 8) + 8;
            if (content + length > bytes.length) {
                throw new DatasetFormatException(file, "byte " + field, "the module '" + text(bytes, at + 6, 10).strip()
                        + "' is said to have " + length + " bytes, but the file ends " + (bytes.length - content)
                        + " bytes later; it is cut off");
            }
            byte[] own = Arrays.copyOfRange(bytes, content, (int) (content + length));
            out.add(new Module(text(bytes, at + 6, 10).strip(), version, own, content));
            at = (int) (content + length);
        }
        return out;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private static Metadata metadata(List<Module> modules, MprRecords records) {
        Metadata m = Metadata.EMPTY;
        for (Module module : modules) {
            if (module.name.equals("VMP Set") && module.content.length > 0) {
                int number = module.content[0] & 0xff;
                m = m.with("technique", TECHNIQUES.getOrDefault(number, "EC-Lab technique " + number));
            } else if (module.name.equals("VMP LOG")) {
                m = m.with("acquisition started", started(module.content));
            }
        }
        return records.unknown().isEmpty() ? m
                : m.with("unknown columns", records.unknown().stream().map(String::valueOf).toList());
    }

    /** The start is a date in days since 1899-12-30 at one of a few places, depending on the version. */
    private static String started(byte[] log) {
        ByteBuffer b = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        for (int at : new int[] {465, 469, 473, 585}) {
            double days = at + 8 <= log.length ? b.getDouble(at) : 0;
            if (days > 30000 && days < 80000) {
                return LocalDateTime.of(1899, 12, 30, 0, 0).plus(Math.round(days * 86400e3), ChronoUnit.MILLIS)
                        .toString();
            }
        }
        return null;
    }
}
