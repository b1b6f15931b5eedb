package org.interphase.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkFiles;
import org.interphase.engine.plugin.ClassPathPackages;
import org.interphase.engine.plugin.PluginFolder;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;

/** The user's plug-ins on their way from the machine a run is started on to its executors. */
final class Plugins {

    private static final String FOLDER = "interphase-plugins";

    private Plugins() {
    }

    /**
     * Sends them, with the list of those that are disabled.
     *
     * @param copy where the archive is made; it must be there as long as the run
     * @return whether there are any
     */
    static boolean send(PluginFolder folder, Path copy, SparkContext spark) throws IOException {
        List<Path> files = List.of();
        if (Files.isDirectory(folder.path())) {
            try (Stream<Path> list = Files.list(folder.path())) {
                files = list.filter(Files::isRegularFile).sorted().toList();
            }
        }
        if (files.isEmpty()) {
            return false;
        }
        Path archive = copy.resolve(FOLDER + ".zip");
        try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        spark.addArchive(archive.toUri() + "#" + FOLDER);
        return true;
    }

    /** The techniques of an executor: those of its class path, and the plug-ins that were sent. */
    static TechniqueRegistry onExecutor(boolean sent) {
        return manager(new PluginFolder(sent ? Path.of(SparkFiles.get(FOLDER)) : Path.of("")), !sent).registry();
    }

    /** The techniques of the machine a run is started on. */
    static TechniqueRegistry onDriver(boolean without) {
        return manager(PluginFolder.ofUser(), without).registry();
    }

    private static PluginManager manager(PluginFolder folder, boolean without) {
        return new PluginManager(TechniqueRegistry::fromClassPath, folder,
                new ClassPathPackages(TechniqueRegistry.class.getClassLoader()), PluginTechniques.Limits.ofSystem(),
                without);
    }
}
