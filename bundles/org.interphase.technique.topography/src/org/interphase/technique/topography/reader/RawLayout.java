package org.interphase.technique.topography.reader;

import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.unit.Unit;

/**
 * How bare numbers lie in a file.
 *
 * @param width columns
 * @param height rows
 * @param type how a number is stored
 * @param order which byte comes first
 * @param skip bytes before the first number
 * @param unit unit of the numbers; empty if not said
 * @param step distance of points as number, blank, unit; empty if not said
 */
record RawLayout(long width, long height, SurfaceBytes.Number type, ByteOrder order, long skip, String unit,
        String step) {

    private static final Pattern SIZE = Pattern.compile("(?<![0-9])(\\d{1,6}) ?[xX\u00d7] ?(\\d{1,6})(?![0-9])");
    private static final Pattern TYPE = Pattern.compile("(?<![a-z0-9])(float|f|int|i|uint|u)(8|16|32|64)(le|be)?"
            + "(?![a-z0-9])");
    private static final Pattern STEP = Pattern.compile("(?<![a-z])step=?([0-9.]+(?:e-?\\d+)?)(nm|um|mm|m)(?![a-z])");
    private static final Pattern UNIT = Pattern.compile("(?<=[_ .-])(nm|um|mm|m)(?=[_ .-])");
    private static final Pattern SKIP = Pattern.compile("skip ?=?(\\d{1,9})");

    /** The bytes a file of this layout has. */
    long size() {
        return skip + width * height * type.bytes();
    }

    /** A layout as a person states it: {@code 1000 x 700 float32 little}, {@code 512x512 int16 big skip 2048}. */
    static RawLayout parse(String file, String text) throws DatasetFormatException {
        String t = text.toLowerCase(Locale.ROOT);
        Matcher size = SIZE.matcher(t);
        SurfaceBytes.Number type = type(t);
        if (!size.find() || type == null) {
            throw new DatasetFormatException(file, "layout '" + text + "'", "say columns x rows and the type, for "
                    + "example 1000 x 700 float32 little; types are float32, float64, int8 to int32, uint8 to uint32");
        }
        Matcher skip = SKIP.matcher(t);
        return new RawLayout(Long.parseLong(size.group(1)), Long.parseLong(size.group(2)), type,
                isBig(t) || t.matches("(?s).*(?<![a-z])big.*") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                skip.find() ? Long.parseLong(skip.group(1))
                : 0, "", "");
    }

    /** What a file's name says, if it says size and type. */
    static Optional<RawLayout> ofName(String name) {
        String t = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        Matcher size = SIZE.matcher(t);
        SurfaceBytes.Number type = type(t);
        if (!size.find() || type == null) {
            return Optional.empty();
        }
        Matcher step = STEP.matcher(t);
        Matcher unit = UNIT.matcher(t);
        String distance = step.find() ? step.group(1) + " " + step.group(2) : "";
        return Optional.of(new RawLayout(Long.parseLong(size.group(1)), Long.parseLong(size.group(2)), type, isBig(t)
                ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, 0, unit.find() ? Unit.of(unit.group(1)).text() : "",
                distance.startsWith(".") || distance.matches(".*\\..*\\..*") ? "" : distance));
    }

    private static boolean isBig(String t) {
        Matcher m = TYPE.matcher(t);
        return m.find() && "be".equals(m.group(3));
    }

    private static SurfaceBytes.Number type(String t) {
        Matcher m = TYPE.matcher(t);
        if (!m.find()) {
            return null;
        }
        return switch (m.group(1).charAt(0) + m.group(2)) {
            case "f32" -> SurfaceBytes.Number.F32;
            case "f64" -> SurfaceBytes.Number.F64;
            case "i8" -> SurfaceBytes.Number.I8;
            case "u8" -> SurfaceBytes.Number.U8;
            case "i16" -> SurfaceBytes.Number.I16;
            case "u16" -> SurfaceBytes.Number.U16;
            case "i32" -> SurfaceBytes.Number.I32;
            case "u32" -> SurfaceBytes.Number.U32;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return width + " x " + height + " " + type.name().toLowerCase(Locale.ROOT) + " "
                + (order == ByteOrder.BIG_ENDIAN ? "big" : "little") + (skip > 0 ? " skip " + skip : "");
    }
}
