package com.eyewearml.teavm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns a folder of GLSL files into a Java class with one constant for each stage: {@code lens.frag} becomes {@code LENS_FRAG}.
 * The compiled module has no resources, so shaders travel as constants. {@code #include "file"} lines are replaced by the
 * file's text, once per stage; comments and space that means nothing are left out, and names shortened that only shaders use.
 */
public final class ShaderSources {
    /** Space beside what separates names anyway. */
    private static final Pattern SPACE = Pattern.compile(" ?([-+*/=<>!?:;,(){}&|^]+) ?");

    private final Path folder;

    private ShaderSources(Path folder) {
        this.folder = folder;
    }

    /** Arguments: folder of the shaders, root folder of the generated sources, qualified name of the generated class. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("expected SHADER_FOLDER SOURCE_ROOT CLASS_NAME, got " + args.length + " arguments");
        }
        String className = args[2];
        Path file = Path.of(args[1], className.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, new ShaderSources(Path.of(args[0])).javaClass(className));
    }

    /** Source text of the class with the constants of all stages in the folder. */
    static String javaClass(Path folder, String className) throws IOException {
        return new ShaderSources(folder).javaClass(className);
    }

    private String javaClass(String className) throws IOException {
        int dot = className.lastIndexOf('.');
        StringBuilder out = new StringBuilder("package ").append(className, 0, dot).append(";\n\n/** Generated from the GLSL files. */\n")
                .append("public final class ").append(className.substring(dot + 1)).append(" {\n");
        SortedMap<String, String> texts = new TreeMap<>();
        for (String stage : stages()) {
            texts.put(stage, text(stage, new HashSet<>()));
        }
        ShaderNames names = ShaderNames.of(texts.values(),
                texts.entrySet().stream().filter(text -> text.getKey().endsWith(".vert")).map(Map.Entry::getValue).toList());
        texts.forEach((stage, text) -> out.append("    public static final String ")
                .append(stage.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .append(" = \"").append(escaped(names.in(text))).append("\";\n"));
        return out.append("\n    private ").append(className.substring(dot + 1)).append("() { }\n}\n").toString();
    }

    private List<String> stages() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".vert") || f.endsWith(".frag")).toList();
        }
    }

    private String text(String name, Set<String> included) throws IOException {
        StringBuilder out = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve(name))) {
            int comment = line.indexOf("//");
            String code = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (code.startsWith("#include ")) {
                String file = code.substring(code.indexOf('"') + 1, code.lastIndexOf('"'));
                if (included.add(file)) {
                    out.append(text(file, included));
                }
            } else if (!code.isEmpty()) {
                out.append(code.startsWith("#") ? code : SPACE.matcher(code).replaceAll("$1")).append('\n');
            }
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
