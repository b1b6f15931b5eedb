package org.interphase.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options by which a verb, and the program of a cluster, is told what files do not say: one for each {@link Fact}.
 */
public final class StatedOptions {

    private final Map<String, String> said = new LinkedHashMap<>();

    /** Adds the options to a verb. */
    public void addTo(CommandSpec verb) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(false).multiplicity("0..1").validate(false)
                .heading("%nWhat the files do not say themselves:%n");
        for (Fact fact : Fact.values()) {
            ISetter setter = new ISetter() {
                @Override
                public <T> T set(T value) {
                    if (value != null) {
                        said.put(fact.key(), value.toString());
                    }
                    return null;
                }
            };
            group.addArg(OptionSpec.builder(fact.option()).type(String.class).setter(setter)
                    .paramLabel(fact.isQuantity() ? fact.unit() : fact.key().toUpperCase(java.util.Locale.ROOT))
                    .description(fact.help().replace("%", "%%")).build());
        }
        verb.addArgGroup(group.build());
    }

    /**
     * What was said.
     *
     * @throws UsageException if a value is not of its form
     * @throws UnknownNameException if no installed reader gives the kind said
     */
    public Stated stated(TechniqueRegistry registry) {
        Stated stated;
        try {
            stated = Stated.of(said);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        TreeSet<String> kinds = new TreeSet<>();
        registry.readers().forEach(r -> kinds.addAll(r.kinds()));
        stated.kind().filter(k -> !kinds.contains(k)).ifPresent(k -> {
            throw new UnknownNameException("kind of data", k, kinds);
        });
        return stated;
    }
}
