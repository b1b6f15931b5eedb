package org.interphase.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A key that the list of keys promises does something. */
class KeysTest {

    /** What the platform binds itself. */
    private static final Set<String> OF_THE_PLATFORM = Set.of("M1+S", "M1+Z", "M1+C");

    @Test
    void everyKeyInTheListIsBound() throws IOException {
        String bound = Files.readString(Path.of("plugin.xml"));
        String list = Files.readString(Path.of("src/org/interphase/ui/help/gestures.md"));
        String anywhere = list.substring(list.indexOf("## Anywhere"), list.indexOf("## In a picture"));
        List<String> missing = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Matcher key = Pattern.compile("Ctrl\\+(Shift\\+)?(Enter|\\w)|F1").matcher(anywhere);
        while (key.find()) {
            String sequence = key.group().replace("Ctrl", "M1").replace("Shift", "M2").replace("Enter", "CR");
            seen.add(sequence);
            if (!OF_THE_PLATFORM.contains(sequence) && !bound.contains("sequence=\"" + sequence + '"')) {
                missing.add(key.group());
            }
        }
        assertEquals(List.of(), missing, "keys that do nothing, of " + seen);
        assertEquals(10, seen.size(), seen.toString());
    }
}
