package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.ui.results.NumberLook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A number that is not sound looks so in the tables, and keeps its quality when it is copied. */
@ExtendWith(Stalls.class)
class NumberLookTest {

    private final Measurement sound = Measurement.of("R_s", "R", 12.5, 0.1, "ohm");
    private final Measurement doubtful = sound.judged(Verdict.doubtful("the residuals hang together"));
    private final Measurement withheld = sound.judged(Verdict.withheld("the arc is not in the data"));

    @Test
    void theReasonIsToldWithTheNumber() {
        assertEquals("12.50 \u00b1 0.10\u00a0\u03a9", NumberLook.told(sound));
        assertEquals("12.50 \u00b1 0.10\u00a0\u03a9\u00a0?\ndoubtful: the residuals hang together",
                NumberLook.told(doubtful));
        assertEquals("withheld: the arc is not in the data", NumberLook.told(withheld));
    }

    @Test
    void onlyWhatIsNotSoundIsSetApart() {
        assertNull(NumberLook.font(sound));
        assertNotNull(NumberLook.font(doubtful));
    }
}
