package org.interphase.engine.registry;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.interphase.api.Technique;

/**
 * What a plug-in brings into a registry. None of its code is trusted to come back.
 *
 * @param id identifier of the plug-in
 * @param version its version
 * @param loader loads its classes
 * @param techniques makes its techniques; called once
 */
public record PluginTechniques(String id, String version, ClassLoader loader,
        Callable<List<? extends Technique>> techniques) {

    /** Requires all parts. */
    public PluginTechniques {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(loader, "loader");
        Objects.requireNonNull(techniques, "techniques");
    }

    /** Identifier and version, as messages and documents name it. */
    public String name() {
        return id + " " + version;
    }

    /**
     * How long is waited for code of plug-ins.
     *
     * @param quick for what must be quick: making a technique, asking what it brings, whether a reader knows a file
     * @param patience how long reading or an operation may give no sign of life, neither reporting nor asking whether
     *     it is cancelled
     */
    public record Limits(Duration quick, Duration patience) {

        private static final String QUICK = "interphase.plugins.seconds";
        private static final String PATIENCE = "interphase.plugins.patience";

        /** What the system properties interphase.plugins.seconds and .patience say, else 10 s and 600 s. */
        public static Limits ofSystem() {
            return new Limits(Duration.ofSeconds(Math.max(1, Integer.getInteger(QUICK, 10))),
                    Duration.ofSeconds(Math.max(1, Integer.getInteger(PATIENCE, 600))));
        }
    }
}
