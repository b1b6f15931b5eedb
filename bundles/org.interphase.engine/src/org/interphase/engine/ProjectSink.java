package org.interphase.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.interphase.api.Recipe;
import org.interphase.model.Dataset;

/**
 * Takes the results of a project one by one as they come, so that a batch of any size need not be held in memory.
 * Called from several threads, in any order; the place tells where a result belongs.
 *
 * @param <T> what is kept of a result
 */
public interface ProjectSink<T> {

    /**
     * Where a result stands in a project: by file in the order of samples and files, then by dataset and recipe; series
     * come after all files. The same project gives the same places in every run.
     *
     * @param task number of the file or series
     * @param number number of the result among those of its file
     * @param sample name of the sample; empty for a series over samples
     * @param files raw files, absolute
     */
    record Place(int task, int number, String sample, List<Path> files) implements Comparable<Place> {

        /** Copies the list. */
        public Place {
            files = List.copyOf(files);
        }

        @Override
        public int compareTo(Place other) {
            return task != other.task ? Integer.compare(task, other.task) : Integer.compare(number, other.number);
        }
    }

    /**
     * Asked before a recipe is run: a result of an earlier run that still holds. Nothing is run where there is one.
     *
     * @param place where the result belongs
     * @param recipe the recipe
     * @param dataset the data
     * @param input which data, with the hash of the raw file as it is now
     */
    default Optional<T> kept(Place place, Recipe recipe, Dataset dataset, InputReference input) {
        return Optional.empty();
    }

    /**
     * A result, or a file that could not be read. The run can be forgotten when this returns.
     *
     * @throws IOException if it cannot be kept; this ends the project's run
     */
    T done(Place place, ProjectResult.Entry entry) throws IOException;
}
