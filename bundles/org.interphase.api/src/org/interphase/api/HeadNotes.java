package org.interphase.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What has been found out about the head of a file, so that of many readers that ask the same of it only the first has
 * to look. Safe to use from several threads.
 */
public final class HeadNotes {

    private final Map<Class<?>, Object> known = new ConcurrentHashMap<>();

    /**
     * What is noted.
     *
     * @param kind type of the note, of which there is one; a type of the asker's own
     * @param look finds it out, if nobody has; depends on the head alone, asks for no other note and gives no null
     */
    public <T> T get(Class<T> kind, Supplier<T> look) {
        return kind.cast(known.computeIfAbsent(kind, k -> look.get()));
    }
}
