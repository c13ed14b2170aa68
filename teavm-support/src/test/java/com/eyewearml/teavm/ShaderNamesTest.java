package com.eyewearml.teavm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShaderNamesTest {
    private static final String VERTEX = """
            #version 300 es
            #define SCALE_MM 1000.0
            layout(std140) uniform Scene {
            mat4 clipFromHead;
            };
            uniform highp float stretch;
            layout(location = 0) in vec3 position;
            in vec3 normal;
            out vec3 normalHead;
            vec3 stretched(vec3 place) {
            return place.xyz * stretch * SCALE_MM;
            }
            void main() {
            normalHead = normalize(normal);
            gl_Position = clipFromHead * vec4(stretched(position), 1.0);
            }
            """;
    private static final String FRAGMENT = """
            #version 300 es
            precision highp float;
            in vec3 normalHead;
            uniform sampler2D picture;
            out vec4 colour;
            void main() {
            float place = normalHead.z;
            colour = place * texture(picture, vec2(place)).rgba;
            }
            """;

    /** By hand: place is used five times, normalHead four, clipFromHead, colour and stretched twice; a, b and g select components. */
    @Test
    void shortensWhatOnlyShadersReferToAlikeInAllOfThem() {
        ShaderNames names = ShaderNames.of(List.of(VERTEX, FRAGMENT), List.of(VERTEX));
        assertEquals(VERTEX.replaceAll("\\bplace\\b", "c").replace("normalHead", "d").replace("clipFromHead", "e").replace("stretched", "h"),
                names.in(VERTEX));
        assertEquals(FRAGMENT.replaceAll("\\bplace\\b", "c").replace("normalHead", "d").replace("colour", "f"), names.in(FRAGMENT));
    }

    @Test
    void givesNoNameThatIsAlreadyThere() {
        String shader = "void main() {\nfloat long_name = 1.0, c = 2.0, d = long_name;\n}\n";
        ShaderNames names = ShaderNames.of(List.of(shader), List.of());
        assertEquals("void main() {\nfloat e = 1.0, c = 2.0, d = e;\n}\n", names.in(shader));
    }
}
