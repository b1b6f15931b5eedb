package org.interphase.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.api.parameters.ParameterException;
import org.interphase.cli.StatedOptions;
import org.interphase.cli.UsageException;
import org.interphase.engine.batch.EarlierResult;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.plugin.PluginFolder;
import org.interphase.engine.recipe.ContentDigest;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command: a recipe over many inputs on a cluster. */
@Command(name = "interphase-spark", sortOptions = false, mixinStandardHelpOptions = true, description = {
    "Runs a recipe over files or spectra on Apache Spark. What is found becomes a Parquet data set with the tables "
        + "measurements, remarks, failures and provenance. An input that fails is a row of the failures.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  interphase-spark xps/f1s-lif-cf2 hdfs:///xps/2026 --files '*.csv' --out hdfs:///results/f1s",
            "  interphase-spark xps/f1s-lif-cf2 paths.txt --from list --out results --resume",
            "  interphase-spark my.yaml spectra.parquet --from table --x 'Raman shift (cm-1)' --y 'Intensity (counts)'"
                + " --out results",
            "  interphase-spark my.yaml map.wdf --from map --as raman --out results",
            "", "Exit codes: 0 done, 1 some input failed (the rest is done), 2 wrong usage, 3 could not go on."})
public final class SparkMain implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int BROKEN = 3;

    private final PrintStream told = System.err;
    private final StatedOptions said = new StatedOptions();

    /** What the inputs are. */
    enum From { FILES, LIST, TABLE, MAP }

    @Parameters(index = "0", paramLabel = "RECIPE", description = "Name of a recipe, or path of a recipe document.")
    private String recipeName;

    @Parameters(index = "1..*", paramLabel = "INPUT", arity = "1..*",
            description = "Files or folders; paths, or URIs of a Hadoop file system (hdfs://, s3a://).")
    private List<String> named;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", required = true, description = "Folder of the data set.")
    private String out;

    @Option(names = "--from", paramLabel = "files|list|table|map", description = "What the inputs are: raw files and "
            + "folders with them (as a rule), text files with a path on each line, Parquet tables with a spectrum or a "
            + "path in each row, or maps whose spectra are analysed one by one.")
    private From from = From.FILES;

    @Option(names = "--files", paramLabel = "PATTERN", description = "Of folders, only files of such a name.")
    private String pattern;

    @Option(names = "--id", paramLabel = "COLUMN", description = "Column of the name of a spectrum. [id]")
    private String id = "id";

    @Option(names = "--x", paramLabel = "COLUMN", description = "Column of its x, an array; readers see its name as "
            + "the heading. [x]")
    private String x = "x";

    @Option(names = "--y", paramLabel = "COLUMN", description = "Column of its y, an array; likewise. [y]")
    private String y = "y";

    @Option(names = "--path", paramLabel = "COLUMN", description = "Column of the path of a raw file, in place of "
            + "these.")
    private String path;

    @Option(names = "--set", paramLabel = "STEP.PARAM=VALUE", description = "Change a parameter; may be repeated.")
    private List<String> changes = List.of();

    @Option(names = "--dataset", paramLabel = "NAME|NUMBER", description = "Take this dataset of each file.")
    private String dataset;

    @Option(names = "--resume", description = "Leave out what is in the data set and still holds: same content, "
            + "recipe and versions.")
    private boolean resume;

    @Option(names = "--piece", paramLabel = "N", description = "Files (of a table, Parquet files) that are analysed "
            + "and saved together; a run that is stopped loses one piece at most. [20000 files, 2 GB of a table]")
    private int piece;

    @Option(names = "--without-plugins", description = "Leave the user's plug-ins out.")
    private boolean withoutPlugins;

    private SparkMain() {
    }

    /** Entry point, for {@code spark-submit}. */
    public static void main(String[] arguments) {
        SparkMain main = new SparkMain();
        CommandLine line = new CommandLine(main);
        main.said.addTo(line.getCommandSpec());
        line.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpWidth(100);
        line.setExecutionExceptionHandler((e, of, parsed) -> main.failed(e));
        System.exit(line.execute(arguments));
    }

    private int failed(Exception e) {
        boolean usage = e instanceof IllegalArgumentException || e instanceof UsageException
                || e instanceof UnknownNameException || e instanceof ParameterException;
        told.println("interphase: " + (usage || e instanceof IOException ? e.getMessage() : "the run could not go on: "
                + e));
        return usage ? USAGE : BROKEN;
    }

    @Override
    public Integer call() throws IOException {
        if (piece < 0) {
            throw new IllegalArgumentException("--piece must be at least 1");
        }
        TechniqueRegistry registry = Plugins.onDriver(withoutPlugins);
        registry.problems().forEach(p -> told.println("interphase: warning: " + p));
        Recipe recipe = recipe(registry);
        if (recipe.scope() == Recipe.Scope.SERIES) {
            throw new IllegalArgumentException("recipe '" + recipe.id() + "' takes all inputs as one series; that is "
                    + "for one machine: interphase run");
        }
        Stated stated = said.stated(registry);
        SparkSession session = SparkSession.builder().appName("interphase " + recipe.id()).getOrCreate();
        try {
            return run(session, recipe, stated, registry);
        } finally {
            session.stop();
        }
    }

    private Recipe recipe(TechniqueRegistry registry) throws IOException {
        Path file = Path.of(recipeName);
        Recipe recipe = recipeName.matches(".*\\.ya?ml") || registry.recipe(recipeName).isEmpty()
                && Files.isRegularFile(file) ? Recipes.read(file) : registry.requireRecipe(recipeName);
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("--set " + change + ": write step.parameter=value");
            }
            recipe = Recipes.set(recipe, registry, change.substring(0, equals).strip(),
                    change.substring(equals + 1).strip());
        }
        Recipes.validate(recipe, registry);
        return recipe;
    }

    private int run(SparkSession session, Recipe recipe, Stated stated, TechniqueRegistry registry)
            throws IOException {
        JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        Broadcast<Plugins> plugins = spark.broadcast(Plugins.of(PluginFolder.ofUser(), withoutPlugins,
                registry.problems()));
        Assignment assignment = new Assignment(Recipes.toYaml(recipe), stated.entries(), dataset,
                Path.of("").toAbsolutePath().toString(), plugins);
        // which dataset of each file is taken is part of what an earlier result was made by
        Optional<String> fingerprint = EarlierResult.fingerprint(recipe, stated, registry)
                .map(f -> dataset == null ? f : ContentDigest.of(List.of(f, dataset)));
        if (resume && fingerprint.isEmpty()) {
            throw new IllegalArgumentException("a step of '" + recipe.id() + "' reads another file, which may have "
                    + "changed: --resume cannot know what still holds");
        }
        DataSet data = new DataSet(session, out, fingerprint.map(EarlierResult::folderName).orElse("unkept"));
        if (!resume && !data.isEmpty()) {
            throw new IllegalArgumentException(data.folder() + " is not empty; continue with --resume, or name another "
                    + "folder");
        }
        Broadcast<SerializableConfiguration> hadoop = spark.broadcast(
                new SerializableConfiguration(spark.hadoopConfiguration()));
        Inputs inputs = inputs(session, spark, assignment, hadoop);
        SparkBatch.Summary sum = new SparkBatch(assignment, hadoop, data, told).run(inputs, resume);
        told.println("interphase: " + sum.datasets() + " datasets analysed, " + sum.measurements() + " measurements, "
                + sum.failures() + " failures; results in " + data.folder());
        return sum.failures() == 0 ? 0 : FAILED;
    }

    private Inputs inputs(SparkSession session, JavaSparkContext spark, Assignment assignment,
            Broadcast<SerializableConfiguration> hadoop) throws IOException {
        Configuration files = spark.hadoopConfiguration();
        int size = piece == 0 ? 20_000 : piece;
        return switch (from) {
            case FILES -> new FileInputs(spark, FileInputs.found(named, pattern, files), size);
            case LIST -> new FileInputs(spark, FileInputs.listed(named, files), size);
            case TABLE -> TableInputs.of(session, new TableInputs.Columns(id, x, y, path), named, piece);
            case MAP -> new MapInputs(spark, FileInputs.found(named, pattern, files), assignment, hadoop);
        };
    }
}
