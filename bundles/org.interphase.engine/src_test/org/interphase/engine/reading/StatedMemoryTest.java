package org.interphase.engine.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.Stated;
import org.interphase.engine.registry.TechniqueRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatedMemoryTest {

    private static final Stated SAID = Stated.of(Map.of("kind", "raman", "laser", "532"));

    @TempDir
    private Path folder;

    private StatedMemory memory() {
        return new StatedMemory(folder.resolve("state/said.yaml"), new DatasetLoader(TechniqueRegistry.of(List.of())));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whatWasSaidOfAFileHoldsForItAndIsOfferedForOthersOfTheInstrument() throws IOException {
        Path one = file("one.txt", "Spectrometer X, run 12 of 2024-05-06\n100 1.5\n101 1.75\n");
        Path two = file("two.txt", "Spectrometer X, run 7 of 2024-11-30\n220.5 8\n221 9\n");
        memory().say(one, SAID);
        StatedMemory later = memory();
        assertEquals(SAID, later.of(one));
        assertTrue(later.of(two).isEmpty());
        assertEquals(new StatedMemory.Offer(SAID, "one.txt"), later.offer(two).orElseThrow());
        later.say(one, Stated.NOTHING);
        assertTrue(memory().of(one).isEmpty() && memory().offer(two).isEmpty());
    }

    @Test
    void anotherHeaderExtensionOrNumberOfColumnsIsAnotherInstrument() throws IOException {
        Path one = file("one.txt", "Spectrometer X\n100 1.5\n");
        memory().say(one, SAID);
        assertTrue(memory().offer(file("a.txt", "Spectrometer Y\n100 1.5\n")).isEmpty());
        assertTrue(memory().offer(file("a.csv", "Spectrometer X\n100 1.5\n")).isEmpty());
        assertTrue(memory().offer(file("b.txt", "Spectrometer X\n100 1.5 3\n")).isEmpty());
        assertTrue(memory().offer(file("c.txt", "Spectrometer X\n7.25 1e3\n")).isPresent());
    }

    @Test
    void aDamagedMemoryIsAnEmptyOne() throws IOException {
        Path one = file("one.txt", "100 1.5\n");
        memory().say(one, SAID);
        Files.writeString(folder.resolve("state/said.yaml"), "files: [");
        assertTrue(memory().of(one).isEmpty());
        memory().say(one, SAID);
        assertEquals(SAID, memory().of(one));
    }
}
