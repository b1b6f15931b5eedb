package org.interphase.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.interphase.api.Citation;
import org.interphase.api.OperationInfo;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.junit.jupiter.api.Test;

/** Pages of help say all that operations say of themselves, and are found by it. */
class HelpTopicsTest {

    /** How it is done. */
    public enum Way {
        /** In a line. */
        STRAIGHT,
        /** Not in a line. */
        CURVED
    }

    /** A peak. */
    public record Peak(@Param(label = "Name", help = "What it is called.") String name,
            @Param(label = "Width", unit = "eV", min = 0, help = "Its full width.", def = "1.5") double width) {
    }

    /** All there is to be set. */
    public record Settings(@Param(label = "Way", help = "How.", def = "straight") Way way,
            @Param(label = "Level", help = "How much.", min = 0, max = 10) Double level,
            @Param(label = "Peaks", help = "What is fitted.") List<Peak> peaks,
            @Param(label = "Files", help = "More of them.") List<FilePath> files) {
    }

    private static final HelpTopic TOPIC = HelpTopics.operation(new OperationInfo<>("x.fit", 1, "Fit of peaks",
            "Fits peaks.", Curve.class, Settings.class, List.of(), List.of(new Citation("a", "A. Author, 1999"))));

    private static String said(String anchor) {
        return TOPIC.parts().stream().filter(p -> p.anchor().equals(anchor)).map(p -> p.heading() + ": " + p.text())
                .findFirst().orElseThrow();
    }

    @Test
    void everyParameterIsToldWithUnitLimitsAndDefault() {
        assertEquals("Step: Fit of peaks", TOPIC.title());
        assertEquals("Level: How much. From 0 to 10. Left empty it is chosen by the program.", said("level"));
        assertEquals("Peaks > Width (eV): Its full width. At least 0. By default 1.5.", said("peaks.width"));
        assertEquals("Files: More of them.", said("files"));
        assertTrue(said("way").contains("By default straight."), said("way"));
        assertTrue(said("way").contains("curved"), said("way"));
        assertTrue(TOPIC.parts().stream().anyMatch(p -> p.text().equals("A. Author, 1999")));
    }

    @Test
    void aFieldOfAFormLeadsToItsPlaceOnThePage() {
        assertEquals("peaks.width", HelpTopics.anchor("peaks[3].width"));
        HelpPage page = HelpPage.of(TOPIC);
        int at = page.place(HelpTopics.anchor("peaks[3].width"));
        assertTrue(page.text().startsWith("Peaks > Width (eV)\nIts full width.", at), page.text());
        assertEquals(0, page.place("nothing"));
        assertEquals(0, page.place(""));
    }

    @Test
    void aSearchFindsPagesByAllTheirWords() {
        assertTrue(TOPIC.matches("WIDTH peaks"));
        assertFalse(TOPIC.matches("width porosity"));
        HelpPage list = HelpPage.list(List.of(TOPIC, HelpTopics.written(HelpTopics.TOUR)), "full width");
        assertEquals("1 page\n\nStep: Fit of peaks\n", list.text());
        assertEquals(Optional.of("operation x.fit"), list.linkAt(list.text().indexOf("Fit of")));
        assertEquals(Optional.empty(), list.linkAt(0));
        assertEquals(2, HelpPage.list(List.of(TOPIC, HelpTopics.written(HelpTopics.TOUR)), "").marks().stream()
                .filter(m -> m.kind() == HelpPage.Mark.Kind.LINK).count());
    }

    @Test
    void theWrittenPagesHaveHeadingsAndWholeSentences() {
        HelpTopic tour = HelpTopics.written(HelpTopics.TOUR);
        assertEquals("Ten minutes", tour.title());
        assertTrue(tour.parts().size() > 6);
        assertTrue(tour.parts().stream().noneMatch(p -> p.text().contains("\n") || p.text().contains("#")));
        HelpTopic gestures = HelpTopics.written(HelpTopics.GESTURES);
        assertEquals("Keys and gestures", gestures.title());
        for (HelpTopic.Part p : gestures.parts()) {
            assertFalse(p.heading().isEmpty());
            assertTrue(p.text().lines().allMatch(l -> l.startsWith("\u2022 ")), p.text());
        }
    }
}
