package org.interphase.cli;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.plugin.PluginProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The command line as an Equinox application; techniques come from the OSGi service registry. The start script runs
 * verbs on a flat class path instead, by {@link CliMain#main}; this is the way of platforms whose script does not.
 */
public final class HeadlessApplication implements IApplication {

    private static final long WAIT_MILLIS = 5000;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return ProcessStreams.run(HeadlessApplication::plugins, arguments);
    }

    private static PluginManager plugins() {
        BundleContext context = FrameworkUtil.getBundle(HeadlessApplication.class).getBundleContext();
        ServiceTracker<PluginProvider, PluginProvider> tracker = new ServiceTracker<>(context,
                PluginProvider.class, null);
        tracker.open();
        try {
            PluginProvider provider = tracker.waitForService(WAIT_MILLIS);
            if (provider == null) {
                throw new IllegalStateException("this installation is incomplete: no service tells which techniques "
                        + "are installed; install Interphase again");
            }
            return provider.plugins();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        } finally {
            tracker.close();
        }
    }

    @Override
    public void stop() {
        // a verb ends by itself; the framework stopping ends the process
    }
}
