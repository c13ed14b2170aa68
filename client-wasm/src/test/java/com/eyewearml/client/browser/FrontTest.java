package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.Weights;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is in front of a face hides the frame, exactly there. The visibility network of these tests is made by hand and takes pure red for
 * something in front; the picture has a red bar over one lens.
 */
@BrowserTest
class FrontTest {
    private static final Path SAMPLE = Path.of("../face-model/samples/woman-dark-hair.jpg");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** The bar in the sample and on the canvas, which shows it at two thirds: left, top, width, height. */
    private static final int[] BAR = {339, 285, 42, 120};
    private static final List<Integer> SHOWN = List.of(226, 190, 28, 80);
    /** Half a cell is about this wide. */
    private static final int MARGIN_PX = 4;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hidesFrameLensesAndShadowExactlyThere(boolean realism, Chromium chromium) throws IOException {
        String script = """
                async ({ bar: [left, top, width, height], margin, realism, before }) => {
                  test.tryOn.setRealism(realism);
                  const plain = await test.pixels(null);
                  const worn = await test.pixels('/frame.glb');
                  const count = (a, b, limit, inside) => {
                    let differing = 0;
                    for (let y = 0; y < a.height; y++) {
                      for (let x = 0; x < a.width; x++) {
                        const grow = inside ? -margin : margin;
                        const within = x >= left - grow && x < left + width + grow && y >= top - grow && y < top + height + grow;
                        const at = 4 * (y * a.width + x);
                        if (within === inside && [0, 1, 2].some(c => Math.abs(a.data[at + c] - b.data[at + c]) > limit)) {
                          differing++;
                        }
                      }
                    }
                    return differing;
                  };
                  const outside = before && count(
                    new ImageData(new Uint8ClampedArray(Uint8Array.fromBase64(before).buffer), worn.width, worn.height), worn, 0, false);
                  return { inside: count(plain, worn, 1, true), outside, pixels: new Uint8Array(worn.data.buffer).toBase64() };
                }""";
        Map<?, ?> nothing = look(chromium, nothingInFront(), script, realism, "");
        Map<?, ?> red = look(chromium, redInFront(), script, realism, (String) nothing.get("pixels"));
        assertTrue(((Number) nothing.get("inside")).intValue() > 100, "the frame crosses the bar");
        assertEquals(0, red.get("inside"), "pixels of the frame in front of the bar");
        assertEquals(0, red.get("outside"), "pixels beside the bar that changed");
    }

    private static Map<?, ?> look(Chromium chromium, Weights visibility, String script, boolean realism, String before) throws IOException {
        try (TestServer server = TestServer.of(TestServer.engineFiles())) {
            server.put("/face.jpg", faceWithBar()).put("/frame.glb", TestFrames.demo("aldine"))
                    .put("/visibility.ewml", ModelFile.encode(visibility, "test"));
            try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
                page.evaluate(PageScripts.read("try-on-page.js"), Map.of("width", WIDTH, "height", HEIGHT));
                return (Map<?, ?>) page.evaluate(script, Map.of("bar", SHOWN, "margin", MARGIN_PX, "realism", realism, "before", before));
            }
        }
    }

    private static byte[] faceWithBar() throws IOException {
        BufferedImage face = ImageIO.read(SAMPLE.toFile());
        Graphics2D g = face.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(BAR[0], BAR[1], BAR[2], BAR[3]);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(face, "png", out);
        return out.toByteArray();
    }

    /** Red minus green in the first layer, handed on by the last sums alone. */
    private static Weights redInFront() {
        Graph graph = FaceNetworks.visibility();
        Weights weights = new Weights(graph, new float[graph.parameterCount()]);
        int first = weights.offset(graph.layers().getFirst());
        int centre = 4;
        weights.values()[first + centre] = 1;
        weights.values()[first + 9 + centre] = -1;
        setLast(weights, 12, -14);
        return weights;
    }

    private static Weights nothingInFront() {
        Graph graph = FaceNetworks.visibility();
        Weights weights = new Weights(graph, new float[graph.parameterCount()]);
        setLast(weights, 0, -10);
        return weights;
    }

    private static void setLast(Weights weights, float ofFirstChannel, float bias) {
        Layer last = weights.graph().layers().getLast();
        int at = weights.offset(last);
        weights.values()[at] = ofFirstChannel;
        weights.values()[at + last.weightCount()] = bias;
    }
}
