package org.interphase.cli;

import java.util.AbstractList;
import java.util.List;
import org.interphase.engine.batch.BatchInput;

/** The files of a command line as inputs of a batch, made when they are asked for: there may be millions. */
final class NamedInputs extends AbstractList<BatchInput> {

    private final Session session;
    private final List<String> names;

    NamedInputs(Session session, List<String> names) {
        this.session = session;
        this.names = names;
        // what is no path is a wrong usage, told before anything is run
        names.forEach(session::resolve);
    }

    @Override
    public BatchInput get(int index) {
        return BatchInput.of(names.get(index), session.resolve(names.get(index)));
    }

    @Override
    public int size() {
        return names.size();
    }
}
