package org.interphase.figure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * The fonts that pictures on paper are set in: Liberation (SIL Open Font License 1.1), as wide as Arial and Helvetica.
 * PDF embeds these very files and SVG names them, so that texts are as long as the layout thinks. Widths are read from
 * the tables {@code cmap} (format 4) and {@code hmtx} of the files (OpenType specification 1.9); no toolkit is asked.
 */
public enum Typeface {
    /** Sans-serif. */
    REGULAR("LiberationSans-Regular.ttf"),
    /** Sans-serif, bold. */
    BOLD("LiberationSans-Bold.ttf"),
    /** Of one width. */
    MONO("LiberationMono-Regular.ttf");

    /** Name of the family of {@link #REGULAR} and {@link #BOLD}. */
    public static final String FAMILY = "Liberation Sans";

    private final String file;
    private volatile double[] advances;

    Typeface(String file) {
        this.file = file;
    }

    /** Name of the font file. */
    public String file() {
        return file;
    }

    /**
     * The font file.
     *
     * @throws IOException if this installation lacks it
     */
    public InputStream open() throws IOException {
        InputStream in = Typeface.class.getResourceAsStream("/liberation/" + file);
        if (in == null) {
            throw new FileNotFoundException("the font " + file + " is missing from this installation");
        }
        return in;
    }

    /** Whether the font has a character. */
    public boolean has(char c) {
        return table()[c] > 0;
    }

    /** How far a character advances, in sizes of the font; of one it lacks, about as much as its substitute. */
    private double advance(char c) {
        double a = table()[c];
        return a > 0 ? a : c > '\u2e80' ? 1 : 0.6;
    }

    /** Length of a text set in Liberation Sans. */
    static double width(String text, double size, boolean bold) {
        return text.chars().mapToDouble(c -> (bold ? BOLD : REGULAR).advance((char) c)).sum() * size;
    }

    private double[] table() {
        double[] known = advances;
        if (known == null) {
            try (InputStream in = open()) {
                known = read(ByteBuffer.wrap(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            advances = known;
        }
        return known;
    }

    private static double[] read(ByteBuffer font) throws IOException {
        double em = font.getShort(table(font, "head") + 18) & 0xffff;
        int wide = font.getShort(table(font, "hhea") + 34) & 0xffff;
        int hmtx = table(font, "hmtx");
        int map = segments(font, table(font, "cmap"));
        int twice = font.getShort(map + 6) & 0xffff;
        double[] out = new double[Character.MAX_VALUE + 1];
        for (int s = 0; s < twice; s += 2) {
            int end = font.getShort(map + 14 + s) & 0xffff;
            int start = font.getShort(map + 16 + twice + s) & 0xffff;
            int delta = font.getShort(map + 16 + 2 * twice + s);
            int at = map + 16 + 3 * twice + s;
            int offset = font.getShort(at) & 0xffff;
            for (int c = start; c <= end && c < 0xffff; c++) {
                int glyph = offset == 0 ? c : font.getShort(at + offset + 2 * (c - start)) & 0xffff;
                glyph = offset != 0 && glyph == 0 ? 0 : glyph + delta & 0xffff;
                out[c] = glyph == 0 ? 0 : (font.getShort(hmtx + 4 * Math.min(glyph, wide - 1)) & 0xffff) / em;
            }
        }
        return out;
    }

    private static int table(ByteBuffer font, String tag) throws IOException {
        int tables = font.getShort(4);
        for (int i = 0; i < tables; i++) {
            int at = 12 + 16 * i;
            boolean same = true;
            for (int k = 0; k < 4; k++) {
                same &= font.get(at + k) == tag.charAt(k);
            }
            if (same) {
                return font.getInt(at + 8);
            }
        }
        throw new IOException("a font without table " + tag);
    }

    private static int segments(ByteBuffer font, int cmap) throws IOException {
        int maps = font.getShort(cmap + 2);
        for (int i = 0; i < maps; i++) {
            int at = cmap + font.getInt(cmap + 8 + 8 * i);
            if (font.getShort(at) == 4) {
                return at;
            }
        }
        throw new IOException("a font without a map of characters of format 4");
    }
}
