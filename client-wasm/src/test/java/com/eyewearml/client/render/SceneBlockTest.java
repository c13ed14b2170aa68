package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SceneBlockTest {
    private static final Pattern MEMBER = Pattern.compile("^ +(mat4|vec4) \\w+(?:\\[(\\d+)])?;", Pattern.MULTILINE);

    /** The block has matrices and four-vectors only, which std140 packs without gaps. */
    @Test
    void isAsLargeAsTheShadersDeclareIt() throws IOException {
        Matcher member = MEMBER.matcher(Files.readString(Path.of("src/main/glsl/scene.glsl")));
        int floats = 0;
        while (member.find()) {
            int size = member.group(1).equals("mat4") ? 16 : 4;
            floats += size * (member.group(2) == null ? 1 : Integer.parseInt(member.group(2)));
        }
        assertEquals(floats, SceneBlock.FLOATS);
    }
}
