package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;

/**
 * Galactic/Thermo SPC: new format (0x4B, and its big-endian form 0x4C) and old format (0x4D), from "Universal Data
 * Format Specification" (Galactic Industries, 1997).
 */
public final class SpcReader implements DatasetReader {

    private static final int OLD = 0x4d;
    private static final int NEW = 0x4b;
    private static final int NEW_BIG_ENDIAN = 0x4c;
    private static final long LIMIT = 1L << 30;

    @Override
    public String id() {
        return "vibrational.spc";
    }

    @Override
    public String title() {
        return "Galactic/Thermo SPC";
    }

    @Override
    public List<String> extensions() {
        return List.of("spc");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "raman.map", "ftir.absorbance", "ftir.transmittance", "ftir.reflectance",
                "ftir.single-beam", "ftir.kubelka-munk", "ftir.map", "curve");
    }

    @Override
    public int confidence(SourceHead head) {
        if (head.bytes().length < 32) {
            return head.hasExtension("spc") ? 30 : 0;
        }
        boolean sound = isSound(head);
        if (head.hasExtension("spc")) {
            // VAMAS and text files may be called .spc too: text is none of ours
            return sound ? 92 : head.isText() ? 0 : 30;
        }
        return sound && !head.isText() && head.bytes().length >= 512 && head.bytes()[511] == 0 ? 40 : 0;
    }

    /** One version byte is a weak signature: unit codes and number of points must make sense as well. */
    private static boolean isSound(SourceHead head) {
        int version = head.bytes()[1] & 0xff;
        ByteBuffer b = ByteBuffer.wrap(head.bytes());
        b.order(version == NEW_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (version == OLD) {
            float points = b.getFloat(4);
            return isUnit(b.get(16)) && isUnit(b.get(17)) && points >= 1 && points == Math.rint(points);
        }
        if (version != NEW && version != NEW_BIG_ENDIAN) {
            return false;
        }
        double first = b.getDouble(8);
        double last = b.getDouble(16);
        return isUnit(b.get(28)) && isUnit(b.get(29)) && isUnit(b.get(30)) && Math.abs(first) < 1e9
                && Math.abs(last) < 1e9;
    }

    private static boolean isUnit(byte code) {
        int c = code & 0xff;
        return c <= 32 || c >= 128 && c <= 131 || c == 255;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        byte[] content = source.readAll(LIMIT);
        if (content.length < 2) {
            throw new DatasetFormatException(source.name(), "byte 0", "the file is too short for an SPC header");
        }
        int version = content[1] & 0xff;
        return switch (version) {
            case NEW -> new SpcNewFormat(source.name(), source.stated(), Bytes.of(source.name(), 0, content,
                    ByteOrder.LITTLE_ENDIAN)).read(progress);
            case NEW_BIG_ENDIAN -> new SpcNewFormat(source.name(), source.stated(), Bytes.of(source.name(), 0, content,
                    ByteOrder.BIG_ENDIAN)).read(progress);
            case OLD -> new SpcOldFormat(source.name(), source.stated(), Bytes.of(source.name(), 0, content,
                    ByteOrder.LITTLE_ENDIAN)).read(progress);
            default -> throw new DatasetFormatException(source.name(), "byte 1", "the version byte is 0x"
                    + Integer.toHexString(version) + "; SPC files have 0x4b, 0x4c or 0x4d");
        };
    }
}
