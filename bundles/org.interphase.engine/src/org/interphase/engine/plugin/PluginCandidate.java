package org.interphase.engine.plugin;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Recipe;
import org.interphase.api.Technique;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;

/**
 * A jar looked at: what it says of itself and, where it can be loaded, how its techniques are made. None of its code
 * has run yet.
 *
 * @param file the jar
 * @param sha256 of the jar; empty if it could not be read
 * @param header what it says; null if it is no plug-in
 * @param id its identifier, else the file's name
 * @param techniques null if it cannot be loaded
 * @param reason why it cannot be loaded; empty if it can
 */
record PluginCandidate(Path file, String sha256, PluginHeader header, String id, PluginTechniques techniques,
        String reason) {

    /** Looks at a jar. */
    static PluginCandidate of(Path file, PackageSource packages) {
        JarContent jar = null;
        PluginHeader header = null;
        try {
            jar = JarContent.read(file);
            header = PluginHeader.of(jar);
            return new PluginCandidate(file, jar.sha256(), header, header.id(), techniques(header, jar, packages), "");
        } catch (IOException e) {
            return unusable(file, jar, header, e instanceof PluginException ? e.getMessage()
                    : "it cannot be read (" + e.getMessage() + ")");
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // whatever one jar does, the others and the program's own techniques stay
            return unusable(file, jar, header, "it cannot be read (" + e + ")");
        }
    }

    private static PluginCandidate unusable(Path file, JarContent jar, PluginHeader header, String why) {
        String id = jar == null ? "" : PluginHeader.idOf(jar);
        return new PluginCandidate(file, jar == null ? "" : jar.sha256(), header,
                id.isEmpty() ? file.getFileName().toString() : id, null, why);
    }

    private static PluginTechniques techniques(PluginHeader header, JarContent jar, PackageSource packages)
            throws PluginException {
        ClassLoader loader = PluginClassLoader.of(header, jar, packages);
        return new PluginTechniques(header.id(), header.version(), loader, () -> {
            List<Technique> out = new ArrayList<>();
            for (String name : header.techniques()) {
                out.add(make(loader.loadClass(name)));
            }
            return out;
        });
    }

    private static Technique make(Class<?> type) throws Exception {
        if (!Technique.class.isAssignableFrom(type)) {
            throw new IllegalStateException(type.getName() + " is no technique");
        }
        try {
            return (Technique) type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            // what the constructor threw, not that a constructor threw
            switch (e.getCause()) {
                case Error error -> throw error;
                case Exception exception -> throw exception;
                default -> throw e;
            }
        }
    }

    /** The same jar, refused. */
    PluginCandidate refused(String why) {
        return new PluginCandidate(file, sha256, header, id, null, why);
    }

    /** Whether it can be loaded, as far as is known before any of its code runs. */
    boolean isLoadable() {
        return techniques != null;
    }

    /** The plug-in as people want to know it, in a state. */
    InstalledPlugin as(InstalledPlugin.State state, String why) {
        return as(state, why, InstalledPlugin.Adds.NOTHING, List.of());
    }

    /** The plug-in as people want to know it, as a registry took it. */
    InstalledPlugin in(TechniqueRegistry registry) {
        String refusal = isLoadable() ? registry.refusal(id).orElse("") : reason;
        return refusal.isEmpty() ? as(InstalledPlugin.State.ACTIVE, "", adds(registry.broughtBy(id)),
                registry.failures(id)) : as(InstalledPlugin.State.REFUSED, refusal);
    }

    private InstalledPlugin as(InstalledPlugin.State state, String why, InstalledPlugin.Adds adds,
            List<String> failures) {
        String file = this.file.getFileName().toString();
        return header == null ? new InstalledPlugin(id, id, "", "", "", file, sha256, state, why, adds, failures)
                : new InstalledPlugin(id, header.name(), header.version(), header.author(), header.licence(), file,
                        sha256, state, why, adds, failures);
    }

    private static InstalledPlugin.Adds adds(List<Technique> techniques) {
        return new InstalledPlugin.Adds(techniques.stream().map(Technique::id).toList(),
                techniques.stream().flatMap(t -> t.readers().stream()).map(DatasetReader::id).distinct().toList(),
                techniques.stream().flatMap(t -> t.operations().stream()).map(o -> o.info().id()).distinct().toList(),
                techniques.stream().flatMap(t -> t.recipes().stream()).map(Recipe::id).distinct().toList());
    }
}
