package com.eyewearml.client.browsertest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One page. Closing it fails the test if the page had an error nobody caught. */
public final class TestPage implements AutoCloseable {
    /** Where screenshots and other results to look at are kept. */
    public static final Path ARTIFACTS = Path.of("target", "artifacts");

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    TestPage(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.onPageError(errors::add);
    }

    void navigate(String url) {
        page.navigate(url);
    }

    /** Playwright's own handle, for clicks and queries. */
    public Page page() {
        return page;
    }

    /** Runs a JavaScript function in the page and waits for its promise. */
    public Object evaluate(String function) {
        return page.evaluate(function);
    }

    /** Runs a JavaScript function of one argument in the page and waits for its promise. */
    public Object evaluate(String function, Object argument) {
        return page.evaluate(function, argument);
    }

    /** Keeps a picture of the whole page as {@code target/artifacts/NAME.png}. */
    public Path screenshot(String name) {
        Path file = ARTIFACTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** Errors nobody caught so far, for tests that provoke them; they no longer fail the test. */
    public List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    void discard() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), errors, "errors in the page that nobody caught");
    }
}
