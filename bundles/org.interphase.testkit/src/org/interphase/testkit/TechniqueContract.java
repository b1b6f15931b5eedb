package org.interphase.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;

/**
 * The contract test of a technique: extend it in the technique's {@code src_test}, name the technique, and give an
 * example for each recipe template and sample files for each reader (small ones, made by the test: they are read many
 * times).
 */
public abstract class TechniqueContract {

    /** The technique. */
    protected abstract Technique technique();

    /** Data on which each recipe template runs: recipe identifier to one dataset or several. */
    protected abstract Map<String, List<Dataset>> examples() throws Exception;

    /** Valid files: reader identifier to one or several. */
    protected abstract Map<String, List<Source>> samples() throws Exception;

    /** Input for operations that no recipe template uses. */
    protected List<OperationCase> operationCases() throws Exception {
        return List.of();
    }

    /**
     * Techniques whose operations recipe templates use besides their own: the operations on any curve of the bundle
     * {@code spectra}. They are installed beside the technique when its templates run, and not checked themselves.
     */
    protected List<Technique> companions() {
        return List.of();
    }

    /** Folder of the bundle's sources, or of the Maven project of a plug-in; found from the technique's package. */
    protected Path bundle() {
        return bundleOf(technique().getClass(), Path.of("").toAbsolutePath());
    }

    /**
     * The source folder of the bundle a class belongs to, looked for in the working folder and those above it; outside
     * of the project, the nearest folder with a {@code pom.xml}.
     *
     * @throws IllegalStateException if it is not found
     */
    public static Path bundleOf(Class<?> type, Path start) {
        for (Path here = start; here != null; here = here.getParent()) {
            for (String name = type.getPackageName(); name.contains("."); name = name.substring(0,
                    name.lastIndexOf('.'))) {
                for (Path bundle : List.of(here.resolve("bundles").resolve(name), here.resolveSibling(name))) {
                    if (Files.exists(bundle.resolve("META-INF").resolve("MANIFEST.MF"))) {
                        return bundle;
                    }
                }
            }
        }
        for (Path here = start; here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("pom.xml"))) {
                return here;
            }
        }
        throw new IllegalStateException("the bundle of " + type.getName() + " is not in " + start + " or above");
    }

    private TechniqueContractChecker checker() {
        return new TechniqueContractChecker(technique(), companions());
    }

    private static void assertKept(List<Violation> violations) {
        assertTrue(violations.isEmpty(), () -> violations.stream().map(Violation::toString)
                .collect(Collectors.joining("\n", violations.size() + " violations of the technique contract:\n", "")));
    }

    @Test
    void isDeclared() {
        assertKept(checker().declarations(bundle()));
    }

    @Test
    void everythingIsNamedAndDocumented() {
        assertKept(checker().names());
    }

    @Test
    void parametersSurviveYaml() {
        assertKept(checker().parameters());
    }

    @Test
    void templatesRunAndOperationsAreDeterministicAndLeaveTheirInputAlone() throws Exception {
        assertKept(checker().operations(examples(), operationCases()));
    }

    @Test
    void readersReadSamplesAndRefuseGarbage() throws Exception {
        assertKept(checker().readers(samples()));
    }

    @Test
    void recipesKeepTheirPromisesOnDamagedSamples() throws Exception {
        assertKept(checker().damagedInput(samples()));
    }
}
