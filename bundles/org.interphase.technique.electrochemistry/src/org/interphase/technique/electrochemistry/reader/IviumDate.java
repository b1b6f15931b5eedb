package org.interphase.technique.electrochemistry.reader;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates of Ivium files, written as the computer that measured writes them: day or month first. Only a date that can be
 * read in one way, because one of both is above 12 or both are alike, is known.
 */
final class IviumDate {

    private static final List<DateTimeFormatter> ORDERS = List.of(strictly("d/M/uuuu H:m:s"),
            strictly("M/d/uuuu H:m:s"));

    private IviumDate() {
    }

    private static DateTimeFormatter strictly(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The moment a text tells; empty if it tells none, or two. */
    static Optional<LocalDateTime> of(String text) {
        List<LocalDateTime> read = ORDERS.stream().flatMap(f -> read(text, f).stream()).distinct().toList();
        return read.size() == 1 ? Optional.of(read.get(0)) : Optional.empty();
    }

    private static Optional<LocalDateTime> read(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeParseException e) {
            // not in this order
            return Optional.empty();
        }
    }
}
