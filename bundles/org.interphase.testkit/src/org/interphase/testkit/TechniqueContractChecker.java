package org.interphase.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.testkit.internal.DamagedInputCheck;
import org.interphase.testkit.internal.DeclarationCheck;
import org.interphase.testkit.internal.NameCheck;
import org.interphase.testkit.internal.OperationCheck;
import org.interphase.testkit.internal.ParameterCheck;
import org.interphase.testkit.internal.ReaderCheck;

/**
 * Checks what every technique promises. Each method looks at one promise and returns how it is broken; an empty list
 * means it is kept. {@link TechniqueContract} runs all of them as tests.
 */
public final class TechniqueContractChecker {

    private final Technique technique;
    private final List<Technique> companions;

    /** A checker of a technique that needs no other. */
    public TechniqueContractChecker(Technique technique) {
        this(technique, List.of());
    }

    /** A checker of a technique whose templates use operations of others, which are not checked themselves. */
    public TechniqueContractChecker(Technique technique, List<Technique> companions) {
        this.technique = Objects.requireNonNull(technique, "technique");
        this.companions = List.copyOf(companions);
    }

    /**
     * The technique is declared as an OSGi service and in {@code META-INF/services}, both naming its class, and has a
     * public constructor without arguments. A plug-in's, whose folder has a {@code pom.xml} and no manifest, is
     * declared in {@code META-INF/services} alone.
     *
     * @param bundle folder of the bundle's sources
     */
    public List<Violation> declarations(Path bundle) {
        return DeclarationCheck.check(technique, bundle);
    }

    /**
     * Identifiers are well-formed, unique, and begin with the technique's identifier or a word one of its kinds begins
     * with (shared operations and readers of other bundles keep their own); everything has a title and help.
     */
    public List<Violation> names() {
        return NameCheck.check(technique);
    }

    /**
     * Parameters of every operation have defaults, survive being written as YAML and read back (each field varied),
     * and recipes name operations and parameters that exist.
     */
    public List<Violation> parameters() {
        return ParameterCheck.check(technique, companions);
    }

    /**
     * Every recipe template runs to its end on its example and gives its key results; every operation gives the same
     * outcome to the last bit again, also in two threads at once, and leaves its input as it was.
     *
     * @param examples recipe identifier to data it is for
     * @param cases input for operations no template uses
     */
    public List<Violation> operations(Map<String, List<Dataset>> examples, List<OperationCase> cases) {
        return new OperationCheck(technique, companions).check(examples, cases);
    }

    /**
     * Every reader reads its samples (the same twice, in the kinds it declares), and answers anything else within
     * bounded time and memory by a {@link org.interphase.api.DatasetFormatException} that names file and cause.
     *
     * @param samples reader identifier to valid files
     * @throws IOException if a sample itself cannot be opened
     */
    public List<Violation> readers(Map<String, List<Source>> samples) throws IOException {
        return new ReaderCheck(technique).check(samples);
    }

    /**
     * Every recipe that is offered for what is read from damaged samples keeps its promises: results or a failure of a
     * declared kind, no infinite number, none missing without a word, what was found can be saved, and in bounded time.
     *
     * @param samples reader identifier to valid files
     * @throws IOException if a sample itself cannot be opened
     */
    public List<Violation> damagedInput(Map<String, List<Source>> samples) throws IOException {
        return new DamagedInputCheck(technique, companions).check(samples);
    }
}
