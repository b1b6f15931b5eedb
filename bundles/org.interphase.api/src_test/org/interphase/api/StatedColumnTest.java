package org.interphase.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class StatedColumnTest {

    @Test
    void headingsAndUnitsAreTakenApart() {
        List<StatedColumn> said = StatedColumn.parse("time=Seconds [s], "
                + "voltage=\"U, cell\" , charge capacity=#3 [mAh]");
        assertEquals(List.of("time", "voltage", "charge capacity"), said.stream().map(StatedColumn::what).toList());
        assertEquals(List.of("Seconds", "U, cell", "#3"), said.stream().map(StatedColumn::heading).toList());
        assertEquals(Optional.of(Unit.of("s")), said.get(0).unit());
        assertTrue(said.get(1).unit().isEmpty());
        assertEquals(Optional.of(Unit.of("mA.h")), said.get(2).unit());
    }

    @Test
    void whatCantBeUnderstoodIsNamed() {
        for (String wrong : List.of("time", "time=", "=Seconds", "time=[s]", "time=Seconds [parsec]")) {
            assertThrows(IllegalArgumentException.class, () -> StatedColumn.parse(wrong), wrong);
        }
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> Stated.of(Map.of("columns", "time=Seconds [parsec]")));
        assertTrue(e.getMessage().contains("parsec") && e.getMessage().contains("--columns"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Stated.of(Map.of("current-sign", "positive")));
    }
}
