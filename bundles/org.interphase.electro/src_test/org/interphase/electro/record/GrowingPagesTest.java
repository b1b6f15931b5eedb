package org.interphase.electro.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.model.Column;
import org.interphase.model.ColumnPage;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingPagesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ColumnPage.ROWS - 1, ColumnPage.ROWS, ColumnPage.ROWS + 1, 2 * ColumnPage.ROWS})
    void valuesAreThoseAdded(int rows) {
        double[] values = IntStream.range(0, rows).mapToDouble(i -> i % 7 == 3 ? Double.NaN : Math.sin(i)).toArray();
        GrowingPages pages = new GrowingPages();
        for (double v : values) {
            pages.add(v);
        }
        assertEquals(rows, pages.size());
        assertArrayEquals(values, IntStream.range(0, rows).mapToDouble(pages::get).toArray());
        assertArrayEquals(values, Column.of("x", Unit.ONE, pages.pages()).values());
        assertArrayEquals(values, Column.of("x", Unit.ONE, GrowingPages.of(rows, i -> values[i])).values());
    }

    @Test
    void valuesMayBeAddedAfterThePagesWereTaken() {
        GrowingPages pages = new GrowingPages();
        pages.add(1);
        assertEquals(1, Column.of("x", Unit.ONE, pages.pages()).size());
        pages.add(2);
        assertArrayEquals(new double[] {1, 2}, Column.of("x", Unit.ONE, pages.pages()).values());
    }

    @Test
    void everyPageIsAsCompactAsItsValuesAllow() {
        double[] values = IntStream.range(0, ColumnPage.ROWS + 10).mapToDouble(i -> i % 100).toArray();
        List<ColumnPage> pages = GrowingPages.of(values.length, i -> values[i]);
        assertEquals(2, pages.size());
        assertEquals(ColumnPage.compact(values, ColumnPage.ROWS).bytes(), pages.get(0).bytes());
        assertEquals(ColumnPage.compact(Arrays.copyOfRange(values, ColumnPage.ROWS, values.length), 10).bytes(),
                pages.get(1).bytes());
    }
}
