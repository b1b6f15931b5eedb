package org.interphase.technique.porosimetry.reference;

import java.util.List;
import org.interphase.api.ReferenceTable;

/** Contact angles of mercury on solids, as a choice for the one parameter that matters most. */
public final class ContactAngles {

    private static final String SOURCE = "PoreXpert manual, list of contact angles for mercury intrusion (secondary)";

    private ContactAngles() {
    }

    /** The table. */
    public static ReferenceTable table() {
        String[][] rows = {{"coal", "124"}, {"cement", "125"}, {"mica", "126"}, {"aluminium oxide", "127"},
            {"quartz", "132-147"}, {"glass", "135-140"}, {"clay", "139-147"}, {"oxidised surfaces", "140"},
            {"zinc oxide", "141"}, {"titanium dioxide", "141-160"}, {"calcite", "146"}, {"paraffin wax", "149"},
            {"borosilicate glass", "153"}};
        return new ReferenceTable("porosimetry.contact-angles", "Contact angles of mercury",
                List.of("solid", "advancing angle (deg)", "source"), java.util.Arrays.stream(rows).map(
                        r -> List.of(r[0], r[1], SOURCE)).toList());
    }
}
