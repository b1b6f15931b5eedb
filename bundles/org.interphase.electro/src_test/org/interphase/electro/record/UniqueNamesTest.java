package org.interphase.electro.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.interphase.model.Column;
import org.junit.jupiter.api.Test;

class UniqueNamesTest {

    private static List<String> of(String... names) {
        return UniqueNames.of(Stream.of(names).map(n -> Column.of(n, "1", new double[1])).toList()).stream()
                .map(Column::name).toList();
    }

    @Test
    void repeatedNamesGetANumber() {
        assertEquals(List.of("T", "U", "T 2", "T 3"), of("T", "U", "T", "T"));
    }

    @Test
    void noNumberTakesANameThatTheInstrumentGives() {
        assertEquals(List.of("T", "T 3", "T 2"), of("T", "T", "T 2"));
        assertEquals(List.of("T 2", "T", "T 3"), of("T 2", "T", "T"));
        assertEquals(List.of("T", "T 3", "T 2", "T 2 2"), of("T", "T", "T 2", "T 2"));
    }
}
