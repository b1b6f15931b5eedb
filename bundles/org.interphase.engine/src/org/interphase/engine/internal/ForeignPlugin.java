package org.interphase.engine.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plug-in something comes from, and what of it failed.
 *
 * @param name for people: identifier and version
 * @param calls makes its calls
 * @param failures sentences, each once
 */
public record ForeignPlugin(String name, ForeignCalls calls, Set<String> failures) {

    /** One that has not failed. */
    public ForeignPlugin(String name, ForeignCalls calls) {
        this(name, calls, ConcurrentHashMap.newKeySet());
    }

    /** Notes that something of it failed. */
    public void failed(String what, String how) {
        failures.add("the " + what + " of plug-in " + name + " failed: " + how);
    }
}
