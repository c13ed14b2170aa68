package com.eyewearml.client.browsertest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The system's Chromium, driven without a window. Used by one thread. */
public final class Chromium implements AutoCloseable {
    /** Host name of this machine that is not a secure context, unlike 127.0.0.1. */
    public static final String INSECURE_HOST = "insecure.test";

    // No flag chooses a graphics driver: without a graphics card Chromium draws WebGL by SwiftShader anyway, and told to do so it would send
    // every video frame that a canvas reads through it as well, at 10 ms each.
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            "--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1");

    private final Path executable = executable();
    private final Map<Camera, Browser> browsers = new HashMap<>();
    // The system's browser is used; Playwright would otherwise download its own.
    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    /** Opens an address in a context of its own with a desktop-sized window. */
    public TestPage open(Camera camera, String url) {
        return open(camera, url, new Browser.NewContextOptions());
    }

    /** Opens an address in a context of its own; the options say size, scale, touch and locale. */
    public TestPage open(Camera camera, String url, Browser.NewContextOptions options) {
        Browser browser = browsers.computeIfAbsent(camera, this::launch);
        TestPage page = new TestPage(browser.newContext(options));
        try {
            page.navigate(url);
        } catch (RuntimeException e) {
            page.discard();
            throw e;
        }
        return page;
    }

    private Browser launch(Camera camera) {
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.addAll(camera.launchArguments());
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments));
    }

    private static Path executable() {
        Path path = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException("browser tests need Chromium, and there is none at " + path
                    + "; install it (Debian, Ubuntu: apt-get install chromium) or name it by -Dchromium=PATH");
        }
        return path;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
