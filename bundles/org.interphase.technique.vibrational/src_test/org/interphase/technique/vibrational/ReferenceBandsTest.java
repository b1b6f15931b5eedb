package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.technique.vibrational.reference.ReferenceBand;
import org.interphase.technique.vibrational.reference.ReferenceBands;
import org.junit.jupiter.api.Test;

class ReferenceBandsTest {

    /** A publication, certificate or opened file with its year or revision; where only the publication is named, so. */
    @Test
    void everyRowHasASource() {
        List<String> without = new ArrayList<>();
        for (int i = 0; i < ReferenceBands.TABLE.rows().size(); i++) {
            Map<String, String> row = ReferenceBands.TABLE.row(i);
            String source = row.getOrDefault("source", "");
            if (source.length() < 15 || source.contains("unverified") || !source.matches(".*[0-9].*")) {
                without.add(row.toString());
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void everyRowIsReadAndNoneStandsTwice() {
        int read = 0;
        for (String technique : List.of("raman", "ftir")) {
            List<ReferenceBand> bands = ReferenceBands.of(technique, Optional.empty());
            read += bands.size();
            Set<String> keys = new HashSet<>();
            bands.forEach(b -> assertTrue(keys.add(b.label() + " " + b.position()), b.toString()));
            bands.forEach(b -> assertTrue(b.tolerance() > 0 && b.position() > 100 && b.position() < 4000,
                    b.toString()));
        }
        assertEquals(ReferenceBands.TABLE.rows().size(), read);
    }

    /** Values that public sources give otherwise than the table had them. */
    @Test
    void correctedValuesStay() {
        List<ReferenceBand> infrared = ReferenceBands.of("ftir", Optional.empty());
        assertTrue(infrared.stream().anyMatch(b -> b.species().equals("polystyrene") && b.position() == 3060.1));
        assertTrue(infrared.stream().anyMatch(b -> b.species().equals("dehydrofluorinated PVDF")
                && b.position() == 1194));
    }
}
