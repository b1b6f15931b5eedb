package org.interphase.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of the same name are told apart by their folders, others are called by their names alone. */
class TabNamesTest {

    private static List<String> folders(String... files) {
        return TabNames.folders(List.of(files).stream().map(f -> Path.of("/data").resolve(f)).toList());
    }

    @Test
    void onlyFilesOfTheSameNameNameTheirFolder() {
        assertEquals(List.of("fresh", "aged", ""), folders("fresh/f1s.csv", "aged/f1s.csv", "aged/c1s.csv"));
        assertEquals(List.of("", ""), folders("fresh/f1s.csv", "fresh/f1s.csv"));
    }

    @Test
    void asMuchOfTheFolderAsIsNeeded() {
        assertEquals(List.of("a/raw", "b/raw"), folders("a/raw/f1s.csv", "b/raw/f1s.csv"));
        assertEquals(List.of("/data/raw", "b/raw"), folders("raw/f1s.csv", "b/raw/f1s.csv"));
    }
}
