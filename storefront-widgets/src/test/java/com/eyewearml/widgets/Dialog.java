package com.eyewearml.widgets;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The try-on dialog of a page as a shopper handles it. */
final class Dialog implements AutoCloseable {
    /** A camera takes seconds to start on a busy machine. */
    private static final double PATIENCE_MS = 60_000;
    private static final String RECORD = """
            () => {
              globalThis.seen = [];
              globalThis.tracks = [];
              globalThis.cameraRequests = 0;
              for (const name of ['open', 'ready', 'close', 'snapshot', 'frame-loaded', 'frame-error', 'face-found', 'camera-granted',
                  'camera-denied', 'add-to-cart', 'error']) {
                document.addEventListener('eyewearml:' + name, event => seen.push({ name, detail: event.detail, composed: event.composed }));
              }
              const devices = navigator.mediaDevices;
              const original = devices.getUserMedia.bind(devices);
              devices.getUserMedia = async constraints => {
                cameraRequests++;
                const stream = await original(constraints);
                tracks.push(...stream.getTracks());
                return stream;
              };
            }""";

    private final TestPage test;

    private Dialog(TestPage test) {
        this.test = test;
        page().setDefaultTimeout(PATIENCE_MS);
    }

    /** Opens the page and the dialog in it. */
    static Dialog open(Chromium chromium, Camera camera, ShopWindow window) {
        Dialog dialog = visit(chromium, camera, window);
        dialog.tryOn().click();
        return dialog;
    }

    /** Opens it where the camera would be denied, so that it asks what to look at. */
    static Dialog openAsking(Chromium chromium, ShopWindow window) {
        Dialog dialog = open(chromium, Camera.denied(), window);
        dialog.awaitChoice();
        return dialog;
    }

    /** Waits for the question what to look at. */
    void awaitChoice() {
        awaitHeading("How would you like to see yourself?");
    }

    /** Opens the page and keeps a record of events and camera tracks. */
    static Dialog visit(Chromium chromium, Camera camera, ShopWindow window) {
        Dialog dialog = new Dialog(chromium.open(camera, window.server().url("/")));
        dialog.test.evaluate(RECORD);
        return dialog;
    }

    TestPage test() {
        return test;
    }

    Page page() {
        return test.page();
    }

    Locator tryOn() {
        return button("Try on");
    }

    Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator radio(String name) {
        return page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    /** Waits for a panel with this heading. */
    void awaitHeading(String text) {
        page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text)).waitFor();
    }

    /** Hands a file to the dialog as its file picker would. */
    void choosePhoto(String name, String type, byte[] photo) {
        page().locator("input[type=file]").setInputFiles(new FilePayload(name, type, photo));
    }

    /** Waits for an event of the element; its detail. */
    @SuppressWarnings("unchecked")
    Map<String, Object> awaitEvent(String name) {
        page().waitForFunction("name => seen.some(event => event.name === name)", name);
        return (Map<String, Object>) test.evaluate("name => seen.findLast(event => event.name === name).detail", name);
    }

    /** Forgets the events so far. */
    void forgetEvents() {
        test.evaluate("() => { seen.length = 0; }");
    }

    /** Names of everything that events told so far. */
    @SuppressWarnings("unchecked")
    List<String> detailNames() {
        return (List<String>) test.evaluate("() => seen.flatMap(event => Object.keys(event.detail))");
    }

    /** Hash of the stage as it is on the screen, glasses and all. */
    int picture() {
        return Arrays.hashCode(page().locator("canvas").screenshot());
    }

    /** {@code live} or {@code ended} for every camera track so far. */
    @SuppressWarnings("unchecked")
    List<String> trackStates() {
        return (List<String>) test.evaluate("() => tracks.map(track => track.readyState)");
    }

    /** Waits until the dialog is open, or closed. */
    void awaitOpen(boolean open) {
        page().waitForFunction("open => Boolean(document.querySelector('eyewear-try-on').isOpen) === open", open);
    }

    @Override
    public void close() {
        test.close();
    }
}
