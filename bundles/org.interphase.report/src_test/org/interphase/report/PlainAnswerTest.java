package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interphase.engine.project.ReportNotes.Asks;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Yes or no by sound numbers, and no word where they are doubtful or contradict each other. */
class PlainAnswerTest {

    private static final List<ReportSample> SAMPLES = List.of(new ReportSample("A", ""), new ReportSample("B", ""),
            new ReportSample("C", ""));

    private static Comparison numbers(Measurement... values) {
        return new Comparison("a/a", "x", true, Arrays.asList(values), Collections.nCopies(values.length, null));
    }

    private static Measurement of(double value, double u) {
        return Measurement.of("x", "", value, u, "%");
    }

    private static Measurement none(double limit) {
        return Measurement.notDetected("x", "", limit, "%");
    }

    private static String said(Asks asks, Comparison... numbers) {
        return PlainAnswer.of(asks, List.of(numbers), SAMPLES).orElse("");
    }

    @Test
    void presenceIsWhatWasFound() {
        assertEquals("Yes in A; no in B and C.", said(Asks.PRESENCE, numbers(of(5, 1), none(2), none(3))));
        assertEquals("Yes in A.", said(Asks.PRESENCE, numbers(of(5, 1), null, null)));
        assertEquals("", said(Asks.PRESENCE, numbers(null, null, null)));
        assertEquals("", said(Asks.NUMBERS, numbers(of(5, 1), none(2), none(3))));
    }

    @Test
    void aDoubtfulNumberDecidesNothingAndNeitherDoTwoThatContradict() {
        Measurement doubtful = of(5, 1).judged(Verdict.doubtful("odd"));
        assertEquals("Not decided in A, B and C.", said(Asks.PRESENCE, numbers(doubtful, of(4, 1), none(1)),
                numbers(null, none(2), Measurement.withheld("x", "", "%", "cut"))));
        assertEquals("Yes in A; no in B; not decided in C.", said(Asks.PRESENCE, numbers(doubtful, none(1), none(1)),
                numbers(of(5, 1), none(2), doubtful)));
    }

    @Test
    void lessIsSignificantlyLessThanTheFirstSampleWithAValue() {
        // the difference of 3 has an uncertainty of 1.41, that of 2 is not significant
        Comparison c = numbers(of(10, 1), of(7, 1), of(8, 1));
        assertEquals("Yes in B; no in C, against A.", said(Asks.LESS, c));
        assertEquals("No in B and C, against A.", said(Asks.MORE, c));
        assertEquals("Yes in C; no in B, against A.", said(Asks.MORE, numbers(of(10, 1), of(7, 1), of(14, 1))));
        assertEquals("", said(Asks.LESS, numbers(of(10, 1), null, null)));
    }

    @Test
    void whatIsNotThereIsLessIfItsLimitIs() {
        // 10 - 2 is 8: a limit of 7.9 is below it, one of 8.1 is not
        assertEquals("Yes in B; not decided in C, against A.", said(Asks.LESS, numbers(of(10, 1), none(7.9),
                none(8.1))));
        assertEquals("No in B; not decided in C, against A.", said(Asks.MORE, numbers(of(10, 1), none(7.9),
                none(8.1))));
        assertEquals("Not decided in B and C, against A.", said(Asks.LESS, numbers(of(10, 1).judged(
                Verdict.doubtful("odd")), none(1), of(5, 0.1))));
    }

    @Test
    void manySamplesAreCounted() {
        List<ReportSample> many = IntStream.range(0, 9).mapToObj(i -> new ReportSample("S" + i, "")).toList();
        Comparison c = numbers(IntStream.range(0, 9).mapToObj(i -> of(5, 1)).toArray(Measurement[]::new));
        assertEquals(Optional.of("Yes in 9 samples."), PlainAnswer.of(Asks.PRESENCE, List.of(c), many));
    }
}
