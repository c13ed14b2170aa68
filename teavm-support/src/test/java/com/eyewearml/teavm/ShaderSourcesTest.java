package com.eyewearml.teavm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShaderSourcesTest {
    @TempDir
    Path folder;

    @Test
    void resolvesIncludesOnceAndDropsComments() throws IOException {
        Files.writeString(folder.resolve("colour.glsl"), "// helper\nfloat grey() { return 0.5; }\n");
        Files.writeString(folder.resolve("tone.glsl"), "#include \"colour.glsl\"\nfloat tone() { return grey(); }\n");
        Files.writeString(folder.resolve("lens-edge.frag"), """
                #version 300 es
                #include "colour.glsl"
                #include "tone.glsl"

                void main() {
                    discard; // "all of it"
                }
                """);
        assertEquals("""
                package com.example;

                /** Generated from the GLSL files. */
                public final class Shaders {
                    public static final String LENS_EDGE_FRAG = "#version 300 es\\nfloat c(){return 0.5;}\\n\
                float d(){return c();}\\nvoid main(){\\ndiscard;\\n}\\n";

                    private Shaders() { }
                }
                """, ShaderSources.javaClass(folder, "com.example.Shaders"));
    }
}
