package org.interphase.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.interphase.api.Source;
import org.interphase.engine.project.FileState;
import org.interphase.engine.project.FileStates;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.Sample;
import org.interphase.engine.reading.DatasetLoader;

/**
 * What the project's column shows, read from disk at once.
 *
 * @param project the project
 * @param files the files of its folder
 * @param samples its samples with their files; none in a folder that is no project yet
 * @param unassigned raw files of no sample; none in a folder that is no project yet
 * @param unknown those of them that are no data of a known format
 * @param states how files stand
 */
public record ProjectListing(Project project, ProjectFiles files, List<OfSample> samples, List<Path> unassigned,
        Set<Path> unknown, Map<Path, FileState> states) {

    /** A sample with its files. */
    public record OfSample(Sample sample, List<Path> files) {
    }

    /** Copies the collections. */
    public ProjectListing {
        samples = List.copyOf(samples);
        unassigned = List.copyOf(unassigned);
        unknown = Set.copyOf(unknown);
        states = Map.copyOf(states);
    }

    /**
     * Reads a project folder.
     *
     * @param loader asked only where there are files of no sample, since techniques take their time to be loaded
     * @throws IOException if the folder or its document cannot be read
     */
    public static ProjectListing read(Path folder, FileStates states, Supplier<DatasetLoader> loader)
            throws IOException {
        Project project = ProjectStore.read(folder);
        ProjectFiles files = ProjectFiles.in(folder);
        Map<Path, FileState> standing = states.of(project, files);
        if (project.implicit()) {
            return new ProjectListing(project, files, List.of(), List.of(), Set.of(), standing);
        }
        List<OfSample> samples = new ArrayList<>();
        for (Sample s : project.samples()) {
            samples.add(new OfSample(s, files.of(s)));
        }
        List<Path> unassigned = files.unassigned(project);
        Set<Path> unknown = new HashSet<>();
        for (Path file : unassigned) {
            if (!isKnown(file, loader.get())) {
                unknown.add(file);
            }
        }
        return new ProjectListing(project, files, samples, unassigned, unknown, standing);
    }

    private static boolean isKnown(Path file, DatasetLoader loader) {
        try {
            return Files.size(file) > 0 && loader.recognises(Source.of(file));
        } catch (IOException e) {
            // opening it says what is wrong
            return true;
        }
    }
}
