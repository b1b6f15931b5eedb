package org.interphase.technique.microscopy.reader.tiff;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * One image file directory: the tags of one picture.
 *
 * @param position where it begins in the file
 * @param tags by number
 * @param input the file
 */
public record TiffDirectory(long position, Map<Integer, TiffTag> tags, RandomInput input) {

    /** ImageWidth. */
    public static final int WIDTH = 256;
    /** ImageLength. */
    public static final int HEIGHT = 257;
    /** ImageDescription. */
    public static final int DESCRIPTION = 270;
    /** Software. */
    public static final int SOFTWARE = 305;

    /** A tag. */
    public Optional<TiffTag> tag(int number) {
        return Optional.ofNullable(tags.get(number));
    }

    /** The first whole number of a tag, or a default. */
    public long whole(int number, long otherwise) throws IOException {
        TiffTag t = tags.get(number);
        return t == null || t.count() == 0 ? otherwise : t.whole(0);
    }

    /** The first number of a tag, or NaN. */
    public double number(int number) throws IOException {
        TiffTag t = tags.get(number);
        return t == null || t.count() == 0 ? Double.NaN : t.number(0);
    }

    /** A tag's text, or empty. */
    public String text(int number) throws IOException {
        TiffTag t = tags.get(number);
        return t == null ? "" : t.text();
    }

    /** Whether this is a thumbnail or mask of another picture. */
    public boolean isReduced() throws IOException {
        return (whole(254, 0) & 5) != 0 || whole(255, 1) == 2;
    }
}
