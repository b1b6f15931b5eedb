package org.interphase.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeadNotesTest {

    private record Lines(int number) {
    }

    private record Words(int number) {
    }

    @Test
    void whatIsFoundOutOnceIsNotLookedForAgain() {
        SourceHead head = new SourceHead("a.csv", 4, "1,2\n".getBytes(StandardCharsets.US_ASCII));
        AtomicInteger looks = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertEquals(1, head.notes().get(Lines.class, () -> new Lines(looks.incrementAndGet())).number());
            assertEquals(7, head.notes().get(Words.class, () -> new Words(7)).number());
        }
        assertEquals(1, looks.get());
    }

    @Test
    void everyHeadHasNotesOfItsOwn() {
        byte[] bytes = "1,2\n".getBytes(StandardCharsets.US_ASCII);
        SourceHead one = new SourceHead("a.csv", 4, bytes);
        SourceHead other = new SourceHead("b.csv", 4, bytes);
        assertEquals(1, one.notes().get(Lines.class, () -> new Lines(1)).number());
        assertEquals(2, other.notes().get(Lines.class, () -> new Lines(2)).number());
    }
}
