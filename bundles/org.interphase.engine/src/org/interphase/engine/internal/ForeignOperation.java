package org.interphase.engine.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.ParameterException;
import org.interphase.api.parameters.ReadyText;
import org.interphase.model.Dataset;

/** An operation of a plug-in: it runs in a thread of its own, and what its form asks for never fails. */
final class ForeignOperation<D extends Dataset, P extends Record> implements Operation<D, P> {

    private final Operation<D, P> operation;
    private final ForeignPlugin plugin;
    private final OperationInfo<D, P> info;
    /** What never came back, and is not asked again. */
    private final Set<String> endless = ConcurrentHashMap.newKeySet();
    private volatile boolean givenUp;

    /** Asks the operation for what it says of itself, which may fail. */
    ForeignOperation(Operation<D, P> operation, ForeignPlugin plugin) {
        this.operation = operation;
        this.plugin = plugin;
        info = java.util.Objects.requireNonNull(operation.info(), "the info() of an operation");
    }

    @Override
    public OperationInfo<D, P> info() {
        return info;
    }

    @Override
    public Outcome apply(D input, P parameters, Progress progress) throws AnalysisException {
        if (givenUp) {
            throw new AnalysisException("operation '" + info.id() + "' of plug-in " + plugin.name()
                    + " was given up before, as it gave no sign of life; it is not run again");
        }
        try {
            return plugin.calls().patient(progress, p -> operation.apply(input, parameters, p));
        } catch (ForeignCalls.Failed e) {
            givenUp |= e.isEndless();
            switch (e.getCause()) {
                case null -> throw new AnalysisException("operation '" + info.id() + "' of plug-in " + plugin.name()
                        + " was given up: " + e.getMessage());
                case AnalysisException expected -> throw expected;
                case ParameterException wrong -> throw wrong;
                case OutOfMemoryError memory -> throw memory;
                default -> throw ForeignCalls.passed(e);
            }
        }
    }

    private <T> T asked(String what, Callable<T> call, T otherwise) {
        if (endless.contains(what)) {
            return otherwise;
        }
        try {
            T answer = plugin.calls().quick(call);
            return answer == null ? otherwise : answer;
        } catch (ForeignCalls.Failed e) {
            if (e.isEndless()) {
                endless.add(what);
            }
            plugin.failed("operation " + info.id(), what + ": " + e.getMessage());
            return otherwise;
        }
    }

    @Override
    public List<ReadyText> readyTexts(String path) {
        return asked("its texts to pick from", () -> List.copyOf(operation.readyTexts(path)), List.of());
    }

    @Override
    public Map<String, String> problems(P parameters) {
        return asked("its check of parameters", () -> Map.copyOf(operation.problems(parameters)), Map.of());
    }

    @Override
    public P afterChange(P parameters, String changed) {
        return asked("its follow-up of a change", () -> operation.afterChange(parameters, changed), parameters);
    }

    @Override
    public List<Citation> citations(P parameters) {
        return asked("what it cites", () -> List.copyOf(operation.citations(parameters)), info.citations());
    }

    @Override
    public boolean comesFirst() {
        return asked("its place among the steps", operation::comesFirst, false);
    }

    @Override
    public String methods(P parameters) {
        return asked("its methods sentence", () -> operation.methods(parameters), info.title() + ".");
    }
}
