package com.eyewearml.server;

import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.embedded.EmbeddedServiceException;
import com.eyewearml.server.demo.DemoPhotographer;
import com.eyewearml.server.demo.DemoShop;
import com.eyewearml.server.log.Logs;
import io.helidon.logging.common.LogConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Starts the server and keeps it running until the process is asked to end. */
public final class Main {
    private static final int CANNOT_START = 1;

    private Main() { }

    /** Takes no arguments: see {@link ServerSettings} for the environment it reads. */
    public static void main(String[] args) throws Exception {
        LogConfig.configureRuntime();
        StopSignal stop = StopSignal.install();
        try {
            ServerSettings settings = ServerSettings.from(System.getenv());
            Logs.open(settings.environment(), settings.dataDir());
            run(settings, stop);
        } catch (StartupException | EmbeddedServiceException | DatabaseUnavailableException e) {
            System.err.println("eyewearml: " + e.getMessage());
            stop.everythingStopped();
            System.exit(CANNOT_START);
        } catch (StopSignal.StopRequestedException e) {
            System.out.println("Stopped before it had started.");
        } finally {
            stop.everythingStopped();
        }
    }

    private static void run(ServerSettings settings, StopSignal stop) throws Exception {
        // The encoders of pictures are unpacked there rather than into a home, which a service may not have.
        System.setProperty("org.bytedeco.javacpp.cachedir", settings.dataDir().resolve("cache").resolve("native").toString());
        requireFreePort(settings);
        try (Backends backends = Backends.start(settings, step -> say(step, stop));
                AutoCloseable demo = settings.seedDemo() ? openDemo(settings, backends, stop) : () -> { };
                EyewearServer server = EyewearServer.start(settings, backends)) {
            System.out.println("EyewearML is running at " + server.url());
            System.out.println("Stop it with Ctrl-C.");
            stop.await();
            System.out.println("Stopping …");
        }
    }

    private static DemoPhotographer openDemo(ServerSettings settings, Backends backends, StopSignal stop) {
        return new DemoShop(backends.database(), backends.cache()).open(settings.shop(), step -> say(step, stop));
    }

    /** Found out before the databases start. */
    private static void requireFreePort(ServerSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), 1);
        } catch (IOException e) {
            throw new StartupException(EyewearServer.portTaken(settings), e);
        }
    }

    private static void say(String step, StopSignal stop) {
        stop.check();
        System.out.println(step + " …");
    }
}
