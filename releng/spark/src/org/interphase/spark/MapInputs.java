package org.interphase.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.interphase.api.Stated;
import org.interphase.engine.batch.InputFailure;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.model.Axis;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;

/**
 * The spectra of maps, each an input of its own. An executor reads a map whole and shares its spectra out; a map too
 * large for that is written as a table in pieces. A map is a piece.
 */
final class MapInputs implements Inputs {

    private final JavaSparkContext spark;
    private final List<String> maps;
    private final Assignment assignment;
    private final Broadcast<SerializableConfiguration> hadoop;

    MapInputs(JavaSparkContext spark, List<String> maps, Assignment assignment,
            Broadcast<SerializableConfiguration> hadoop) {
        this.spark = spark;
        this.maps = maps;
        this.assignment = assignment;
        this.hadoop = hadoop;
    }

    @Override
    public int pieces() {
        return maps.size();
    }

    @Override
    public JavaRDD<Input> piece(int number) {
        return spark.parallelize(List.of(maps.get(number)), 1).flatMap(new Spectra(assignment, hadoop))
                .repartition(3 * Tasks.cores(spark));
    }

    /** Takes a map apart. */
    static final class Spectra implements FlatMapFunction<String, Input> {

        private static final long serialVersionUID = 1L;

        private final Assignment assignment;
        private final Broadcast<SerializableConfiguration> hadoop;

        Spectra(Assignment assignment, Broadcast<SerializableConfiguration> hadoop) {
            this.assignment = assignment;
            this.hadoop = hadoop;
        }

        @Override
        public Iterator<Input> call(String map) {
            try {
                // what is said is said of its spectra
                List<Dataset> datasets = new FileInput(map).load(
                        new DatasetLoader(assignment.techniques()), Stated.NOTHING,
                        hadoop.value().value()).datasets();
                List<CurveStack> stacks = new ArrayList<>();
                datasets.stream().filter(CurveStack.class::isInstance).map(CurveStack.class::cast)
                        .forEach(stacks::add);
                if (stacks.isEmpty()) {
                    return unreadable(map, "there is no map in it, only "
                            + datasets.stream().map(Dataset::shape).distinct().toList());
                }
                return IntStream.range(0, stacks.size()).boxed().flatMap(i -> spectra(
                        map + (stacks.size() == 1 ? "" : "#" + stacks.get(i).name()), stacks.get(i))).iterator();
            } catch (IOException | RuntimeException e) {
                return unreadable(map, InputFailure.reason(e));
            }
        }

        private static Iterator<Input> unreadable(String map, String reason) {
            return List.<Input>of(new UnreadableInput(map, reason)).iterator();
        }

        private static Stream<Input> spectra(String name, CurveStack stack) {
            Axis axis = stack.axis();
            String heading = heading(axis.quantity(), axis.unit().text()) + ","
                    + heading(stack.quantity(), stack.unit().text());
            double[] x = axis.values();
            // places of the grid that were not measured are no spectra
            return IntStream.range(0, stack.curves())
                    .filter(i -> Arrays.stream(stack.row(i)).anyMatch(v -> !Double.isNaN(v)))
                    .mapToObj(i -> new SpectrumInput(name + "#" + (i + 1), heading, x, stack.row(i)));
        }

        private static String heading(String quantity, String unit) {
            return quantity + (unit.isEmpty() || unit.equals("1") ? "" : " (" + unit + ")");
        }
    }
}
