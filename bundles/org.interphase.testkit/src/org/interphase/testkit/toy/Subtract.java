package org.interphase.testkit.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;

/** Subtracts a level: given, read from a file, or the smallest value. */
public final class Subtract implements Operation<Curve, Subtract.Settings> {

    /**
     * Parameters.
     *
     * @param level the level; null for the smallest value
     * @param file a file with the level, before {@code level}
     */
    public record Settings(
            @Param(label = "Level", unit = "counts", help = "What is subtracted; automatic is the smallest value.")
            Double level,
            @Param(label = "File", help = "A text file with the level; goes before the level itself.") FilePath file) {
    }

    @Override
    public OperationInfo<Curve, Settings> info() {
        return OperationInfo.of("toy.subtract", 1, "Subtract level", "Subtracts a constant level from the signal.",
                Curve.class, Settings.class);
    }

    @Override
    public Outcome apply(Curve input, Settings parameters, Progress progress) throws AnalysisException {
        double level = parameters.level() == null ? input.signal().min() : parameters.level();
        if (!parameters.file().isNone()) {
            try {
                level = Double.parseDouble(Files.readString(parameters.file().toPath()).strip());
            } catch (IOException | NumberFormatException e) {
                throw new AnalysisException("cannot read a level from " + parameters.file() + ": " + e.getMessage(), e);
            }
        }
        double subtracted = level;
        double[] values = Arrays.stream(input.signal().values()).map(v -> v - subtracted).toArray();
        return Outcome.builder(input.withSignal(input.signal().withValues(values)))
                .resolved(new Settings(level, parameters.file())).build();
    }
}
