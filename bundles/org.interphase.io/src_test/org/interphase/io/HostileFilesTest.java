package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.testkit.fuzz.FileMutator;
import org.interphase.testkit.fuzz.ReaderTrial;
import org.junit.jupiter.api.Test;

/** Readers of general formats on files made of valid ones, the same at every run. */
class HostileFilesTest {

    private static final int MUTANTS = 500;
    private static final long MEMORY = 256L << 20;
    private static final double SECONDS = 10;

    @Test
    void noFileMakesAReaderBreakItsPromises() throws IOException {
        Map<String, List<Source>> samples = IoSamples.samples();
        List<String> faults = new ArrayList<>();
        for (DatasetReader reader : new IoTechnique().readers()) {
            FileMutator mutator = new FileMutator(20260101);
            List<Source> valid = samples.getOrDefault(reader.id(), List.of());
            for (Source sample : valid) {
                assertFalse(reader.read(sample, Progress.none()).isEmpty(), sample.name());
                ReaderTrial trial = new ReaderTrial(reader, MEMORY, SECONDS);
                for (int i = 0; i < MUTANTS; i++) {
                    int number = i;
                    trial.read(Source.of(sample.name(), mutator.mutate(sample.readAll(1 << 20)))).fault().ifPresent(
                            f -> faults.add(reader.id() + ", mutant " + number + " of " + sample.name() + ": " + f));
                }
            }
        }
        assertEquals(List.of(), faults.subList(0, Math.min(5, faults.size())));
    }
}
