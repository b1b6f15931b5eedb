package org.interphase.testkit.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.Source;

/** Files no reader should take for data, and files that are almost data. */
final class Garbage {

    private static final long SEED = 20260101;
    private static final int MAX_CLAIMS = 40;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+");

    /**
     * A file and what may come of it.
     *
     * @param source the file
     * @param mayBeData whether reading it may succeed (a shortened table is a table)
     */
    record Sample(Source source, boolean mayBeData) {
    }

    private Garbage() {
    }

    /** Files that are no data whatever the format. */
    static List<Sample> plain(String extension) {
        Random random = new Random(SEED);
        List<Sample> out = new ArrayList<>();
        add(out, "empty." + extension, new byte[0]);
        for (int size : new int[] {1, 37, 4096, 70_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            add(out, "random-" + size + "." + extension, bytes);
        }
        add(out, "zeros." + extension, new byte[8192]);
        byte[] ones = new byte[8192];
        Arrays.fill(ones, (byte) 0xff);
        add(out, "ones." + extension, ones);
        add(out, "blank." + extension, " \r\n\t\n".repeat(500).getBytes(StandardCharsets.US_ASCII));
        add(out, "prose." + extension, ("It was a dark and stormy night; the rain fell in torrents.\n").repeat(300)
                .getBytes(StandardCharsets.US_ASCII));
        add(out, "html." + extension, "<!DOCTYPE html>\n<html><body><p>404 Not Found</p></body></html>\n"
                .getBytes(StandardCharsets.US_ASCII));
        add(out, "brackets." + extension, "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
        add(out, "line." + extension, "x".repeat(300_000).getBytes(StandardCharsets.US_ASCII));
        return out;
    }

    private static void add(List<Sample> out, String name, byte[] bytes) {
        out.add(new Sample(Source.of(name, bytes), false));
    }

    /** A valid file cut short, with bytes turned over, and with huge sizes claimed where it has whole numbers. */
    static List<Sample> spoilt(Source valid) throws IOException {
        byte[] bytes = valid.readAll(64L << 20);
        List<Sample> out = new ArrayList<>();
        for (double part : new double[] {0.001, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99}) {
            byte[] cut = Arrays.copyOf(bytes, Math.max(1, (int) (bytes.length * part)));
            out.add(new Sample(Source.of("cut-" + part + "-" + valid.name(), cut), true));
        }
        out.add(new Sample(Source.of("cut-1-" + valid.name(), Arrays.copyOf(bytes, bytes.length - 1)), true));
        Random random = new Random(SEED);
        for (int i = 0; i < 10; i++) {
            byte[] turned = bytes.clone();
            for (int k = 0; k < 1 + bytes.length / 500; k++) {
                turned[random.nextInt(turned.length)] = (byte) random.nextInt(256);
            }
            out.add(new Sample(Source.of("turned-" + i + "-" + valid.name(), turned), true));
        }
        claims(out, valid.name(), bytes);
        return out;
    }

    private static void claims(List<Sample> out, String name, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.ISO_8859_1);
        if (head.indexOf('\0') < 0) {
            Matcher number = WHOLE_NUMBER.matcher(head);
            for (int i = 0; i < MAX_CLAIMS && number.find(); i++) {
                for (String claim : List.of("2147483647", "99999999999999999999", "-5")) {
                    String text = head.substring(0, number.start()) + claim + head.substring(number.end());
                    out.add(claim(name, number.start(), text.getBytes(StandardCharsets.ISO_8859_1), bytes,
                            head.length()));
                }
            }
            return;
        }
        int step = Math.max(2, Math.min(bytes.length, 512) / (2 * MAX_CLAIMS) * 2);
        for (int at = 0; at + 4 <= Math.min(bytes.length, 512); at += step) {
            for (int claim : new int[] {0x7f, 0xff}) {
                byte[] text = Arrays.copyOf(bytes, head.length());
                Arrays.fill(text, at, Math.min(at + 4, text.length), (byte) claim);
                out.add(claim(name, at, text, bytes, head.length()));
            }
        }
    }

    private static Sample claim(String name, int at, byte[] head, byte[] whole, int headLength) {
        byte[] all = Arrays.copyOf(head, head.length + whole.length - headLength);
        System.arraycopy(whole, headLength, all, head.length, whole.length - headLength);
        return new Sample(Source.of("claim-" + at + "-" + name, all), true);
    }
}
