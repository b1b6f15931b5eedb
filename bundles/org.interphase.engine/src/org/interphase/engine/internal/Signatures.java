package org.interphase.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.interphase.api.SourceHead;

/**
 * What files are by their first bytes, so that the message about one no installed format reads names what was seen.
 * Signatures as published by the formats' makers or specifications; those marked as seen are from files in use.
 */
public final class Signatures {

    private record Signature(String name, Predicate<SourceHead> is) {
    }

    private static final List<Signature> BINARY = List.of(
            bytes("a gzip archive", 0, 0x1f, 0x8b),
            bytes("a 7z archive", 0, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
            ascii("a RAR archive", 0, "Rar!\u001a\u0007"),
            bytes("an xz archive", 0, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00),
            ascii("a bzip2 archive", 0, "BZh"),
            bytes("a Zstandard archive", 0, 0x28, 0xb5, 0x2f, 0xfd),
            ascii("a tar archive", 257, "ustar"),
            bytes("an HDF5 file", 0, 0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a),
            bytes("an HDF4 file", 0, 0x0e, 0x03, 0x13, 0x01),
            bytes("a NetCDF file", 0, 0x43, 0x44, 0x46, 0x01),
            bytes("a NetCDF file", 0, 0x43, 0x44, 0x46, 0x02),
            bytes("a NetCDF file", 0, 0x43, 0x44, 0x46, 0x05),
            // seen: NEWARE and the date of the layout
            ascii("a Neware .nda file", 0, "NEWARE"),
            new Signature("an Arbin .res file (Jet database)", h -> h.hasExtension("res") && jet(h)),
            new Signature("a Microsoft Access (Jet) database", Signatures::jet),
            ascii("an SQLite database", 0, "SQLite format 3\0"),
            ascii("a Parquet file", 0, "PAR1"),
            ascii("an Arrow/Feather file", 0, "ARROW1"),
            ascii("a Feather (version 1) file", 0, "FEA1"),
            ascii("a MATLAB file", 0, "MATLAB "),
            bytes("a NumPy array", 0, 0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59),
            new Signature("an Excel 97 workbook (.xls)", h -> ole(h) && (h.hasExtension("xls", "xlt")
                    || contains(h, utf16("Workbook")))),
            new Signature("an Origin project (.opj)", h -> h.hasExtension("opj", "opju") && !ole(h)
                    || h.text().startsWith("CPY")),
            new Signature("a Word 97 document (.doc)", h -> ole(h) && (h.hasExtension("doc")
                    || contains(h, utf16("WordDocument")))),
            new Signature("a Zeiss .zvi or other OLE2 compound file", Signatures::ole),
            ascii("a PDF document", 0, "%PDF"),
            bytes("a PNG picture", 0, 0x89, 0x50, 0x4e, 0x47),
            bytes("a JPEG picture", 0, 0xff, 0xd8, 0xff),
            ascii("a GIF picture", 0, "GIF8"),
            new Signature("a TIFF picture", h -> h.hasBytes(0, 'I', 'I', 42, 0) || h.hasBytes(0, 'M', 'M', 0, 42)
                    || h.hasBytes(0, 'I', 'I', 43, 0)),
            new Signature("a Windows bitmap", h -> h.hasBytes(0, 'B', 'M') && h.hasBytes(6, 0, 0, 0, 0)),
            ascii("a WebP picture or RIFF file", 0, "RIFF"),
            ascii("a Zeiss .czi file", 0, "ZISRAWFILE"),
            ascii("a Digital Surf (.sur) surface", 0, "DIGITAL SURF"),
            ascii("a Digital Surf (.sur) surface", 0, "DSCOMPRESSED"),
            ascii("an Alicona .al3d surface", 0, "AliconaImaging"),
            // seen: a directory that begins with this word
            ascii("a Wyko/Veeco .opd surface", 2, "Directory"),
            ascii("a Gwyddion file", 0, "GWYP"),
            ascii("a Bruker .bcf archive", 0, "AAMVHFSS"),
            ascii("a Renishaw WiRE (.wdf) file", 0, "WDF1"),
            bytes("a Bruker OPUS file", 0, 0x0a, 0x0a, 0xfe, 0xfe),
            ascii("an EC-Lab .mpr file", 0, "BIO-LOGIC MODULAR FILE"),
            new Signature("a program (ELF)", h -> h.hasBytes(0, 0x7f, 'E', 'L', 'F')),
            new Signature("a program (Windows)", h -> h.hasBytes(0, 'M', 'Z') && !h.isText()),
            bytes("a Java class", 0, 0xca, 0xfe, 0xba, 0xbe));

    private static final List<Signature> TEXT = List.of(
            text("an HTML page; data must be saved as a file, not the page that shows it", "<!doctype html", "<html"),
            text("an XML document", "<?xml"),
            text("an RTF document", "{\\rtf"),
            text("a PostScript document", "%!ps"),
            new Signature("a JSON document", h -> begin(h).startsWith("{") || begin(h).startsWith("[{")),
            new Signature("a Git LFS pointer; the data itself is not here", h -> begin(h).startsWith(
                    "version https://git-lfs")),
            new Signature("text in UTF-16", h -> h.hasBytes(0, 0xff, 0xfe) || h.hasBytes(0, 0xfe, 0xff)),
            new Signature("text", h -> true));

    private Signatures() {
    }

    private static Signature bytes(String name, int offset, int... expected) {
        return new Signature(name, h -> h.hasBytes(offset, expected));
    }

    private static Signature ascii(String name, int offset, String expected) {
        return bytes(name, offset, expected.chars().toArray());
    }

    private static Signature text(String name, String... beginnings) {
        return new Signature(name, h -> List.of(beginnings).stream().anyMatch(begin(h)::startsWith));
    }

    private static String begin(SourceHead head) {
        String text = head.text();
        return text.substring(0, Math.min(200, text.length())).replaceFirst("^(\u00ef\u00bb\u00bf|\ufeff)", "")
                .stripLeading().toLowerCase(Locale.ROOT);
    }

    private static boolean jet(SourceHead head) {
        return head.hasBytes(4, "Standard Jet DB".chars().toArray())
                || head.hasBytes(4, "Standard ACE DB".chars().toArray());
    }

    private static boolean ole(SourceHead head) {
        return head.hasBytes(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    }

    private static String utf16(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean contains(SourceHead head, String latin1) {
        return new String(head.bytes(), StandardCharsets.ISO_8859_1).contains(latin1);
    }

    /** Whether a file begins as a zip archive does, an empty one included. */
    public static boolean isZip(SourceHead head) {
        return head.hasBytes(0, 'P', 'K', 3, 4) || head.hasBytes(0, 'P', 'K', 5, 6);
    }

    /** Whether a file begins as a gzip archive does. */
    public static boolean isGzip(SourceHead head) {
        return head.hasBytes(0, 0x1f, 0x8b);
    }

    /**
     * What a zip archive is a format of its own of, by the names in it; empty if it is just files in an archive.
     *
     * @param name file name of the archive
     * @param entries names of its entries
     */
    public static Optional<String> zipFormat(String name, List<String> entries) {
        String lower = name.toLowerCase(Locale.ROOT);
        Predicate<String> has = e -> entries.stream().anyMatch(n -> n.equalsIgnoreCase(e));
        Predicate<String> in = e -> entries.stream().anyMatch(n -> n.startsWith(e));
        if (has.test("[Content_Types].xml")) {
            return Optional.of(in.test("xl/") ? "an Excel workbook (zip)" : in.test("word/") ? "a Word document (zip)"
                    : in.test("ppt/") ? "a PowerPoint presentation (zip)" : "an Office document (zip)");
        }
        if (has.test("data.ndc") || lower.endsWith(".ndax")) {
            return Optional.of("a Neware .ndax (zip) archive of " + entries.size() + " members");
        }
        if (has.test("main.xml") && in.test("bindata/") || lower.endsWith(".x3p")) {
            return Optional.of("an X3P surface (ISO 25178-72, zip)");
        }
        if (!entries.isEmpty() && entries.get(0).equals("mimetype")) {
            return Optional.of("an OpenDocument or EPUB file (zip)");
        }
        if (has.test("META-INF/MANIFEST.MF")) {
            return Optional.of("a Java archive (zip)");
        }
        if (!entries.isEmpty() && entries.stream().allMatch(e -> e.endsWith(".npy"))) {
            return Optional.of("a NumPy .npz (zip) archive");
        }
        return Optional.empty();
    }

    /** Whether a file is of a format that has a name, other than text. */
    public static boolean isNamed(SourceHead head) {
        return isZip(head) || BINARY.stream().anyMatch(s -> s.is.test(head));
    }

    /** What a file is, as in "this is ...". */
    public static String describe(SourceHead head) {
        if (isZip(head)) {
            List<String> entries = firstEntries(head);
            return zipFormat(head.name(), entries).orElse("a zip archive");
        }
        for (Signature s : BINARY) {
            if (s.is.test(head)) {
                return s.name;
            }
        }
        if (head.isText()) {
            return TEXT.stream().filter(s -> s.is.test(head)).findFirst().orElseThrow().name;
        }
        List<String> begin = new ArrayList<>();
        for (int i = 0; i < Math.min(8, head.bytes().length); i++) {
            begin.add(String.format("%02x", head.bytes()[i] & 0xff));
        }
        return "a binary file that begins with " + String.join(" ", begin);
    }

    // names in the local headers the head shows, where the archive itself is not at hand
    private static List<String> firstEntries(SourceHead head) {
        List<String> out = new ArrayList<>();
        byte[] b = head.bytes();
        for (int i = 0; i + 30 < b.length; i++) {
            if (b[i] == 'P' && b[i + 1] == 'K' && b[i + 2] == 3 && b[i + 3] == 4) {
                int n = (b[i + 26] & 0xff) | (b[i + 27] & 0xff) << 8;
                if (i + 30 + n <= b.length) {
                    out.add(new String(b, i + 30, n, StandardCharsets.UTF_8));
                }
            }
        }
        return out;
    }
}
