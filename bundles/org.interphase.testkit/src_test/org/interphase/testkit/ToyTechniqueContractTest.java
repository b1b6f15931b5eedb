package org.interphase.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.testkit.toy.ToyReader;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.io.TempDir;

/** A technique that keeps the contract passes. */
class ToyTechniqueContractTest extends TechniqueContract {

    static final Source SAMPLE = Source.of("sample.toy", """
            TOY first
            temperature = 25 degC
            1 10
            2 14
            3 12
            TOY second
            1 5
            2 6
            """.getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Override
    protected Technique technique() {
        return new ToyTechnique();
    }

    @Override
    protected Path bundle() {
        try {
            return Declarations.write(folder, ToyTechnique.class.getName(), ToyTechnique.class.getName());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Map<String, List<Dataset>> examples() throws IOException {
        List<Dataset> data = new ToyReader().read(SAMPLE, Progress.none());
        return Map.of("toy/total", data, "toy/mean", data);
    }

    @Override
    protected Map<String, List<Source>> samples() {
        return Map.of("toy.text", List.of(SAMPLE));
    }
}
