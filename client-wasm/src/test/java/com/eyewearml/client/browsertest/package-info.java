/**
 * Browser tests in the system's Chromium, for this module and, through its test jar, for others.
 *
 * <pre>{@code
 * @BrowserTest
 * class MirrorTest {
 *     @Test
 *     void showsTheFace(Chromium chromium) throws IOException {
 *         try (TestServer server = TestServer.of(TestServer.engineFiles());
 *              TestPage page = chromium.open(Camera.file(clip), server.url("/"))) {
 *             Object found = page.evaluate("async () => { ... }");
 *             page.screenshot("mirror-face");
 *         }
 *     }
 * }
 * }</pre>
 *
 * One browser per kind of camera is started for the whole run, because a start takes seconds; each page has its own context
 * (storage, permissions). Closing a {@link com.eyewearml.client.browsertest.TestPage} fails the test if the page had an error
 * nobody caught: traps of WebAssembly surface only there. The server sends the strict policy the product promises to run
 * under. Screenshots go to {@code target/artifacts}.
 *
 * <p>Where Chromium is missing the tests fail and say what to install. {@code -Dchromium=PATH} chooses another binary.
 */
package com.eyewearml.client.browsertest;
