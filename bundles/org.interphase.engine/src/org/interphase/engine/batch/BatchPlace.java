package org.interphase.engine.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a result stands in a batch: by input, then by dataset and recipe; series come after all inputs. The same batch
 * gives the same places in every run.
 *
 * @param task number of the input or series
 * @param number number of the result among those of its input
 * @param of how many results that input has
 * @param sample name of the sample; empty if there is none, and for a series over samples
 * @param inputs the input; of a series that of each member in order
 */
public record BatchPlace(int task, int number, int of, String sample, List<BatchInput> inputs)
        implements Comparable<BatchPlace> {

    /** Copies the list. */
    public BatchPlace {
        inputs = List.copyOf(inputs);
    }

    /** The raw files. */
    public List<Path> files() {
        return inputs.stream().map(BatchInput::file).distinct().toList();
    }

    /** Names of the inputs. */
    public String name() {
        return inputs.stream().map(BatchInput::name).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(BatchPlace other) {
        return task != other.task ? Integer.compare(task, other.task) : Integer.compare(number, other.number);
    }
}
