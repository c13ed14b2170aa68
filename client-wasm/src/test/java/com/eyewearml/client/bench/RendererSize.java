package com.eyewearml.client.bench;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** The renderer's share of what pages transfer: the module less one compiled without it, the studio, and the scripts of try-on and viewer. */
final class RendererSize {
    private static final List<String> DRAWING = List.of("studio.ewev", "try-on.js", "stage.js", "held-picture.js", "frames.js", "lens.js",
            "listeners.js", "viewer.js", "orbit.js", "turning.js", "damper.js");

    private RendererSize() { }

    static void print() throws IOException {
        int module = Brotli.size("engine.wasm") - sizeWithoutRenderer();
        System.out.println(String.format(Locale.ROOT, "size of the renderer's Java and shaders, brotli: %d", module));
        int total = module;
        for (String name : DRAWING) {
            int size = Brotli.size(name);
            System.out.println(String.format(Locale.ROOT, "size of %s, brotli: %d", name, size));
            total += size;
        }
        System.out.println(String.format(Locale.ROOT, "renderer's share as transferred: %.1f kB (target 120)", total / 1e3));
    }

    private static int sizeWithoutRenderer() throws IOException {
        Path folder = Files.createTempDirectory("engine-without-renderer");
        try {
            compile(folder);
            return Brotli.size(folder.resolve("engine.wasm"));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** With the settings of this module's build. */
    private static void compile(Path folder) throws IOException {
        List<File> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList();
        TeaVMTool tool = new TeaVMTool();
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
        tool.setMainClass(EngineWithoutRenderer.class.getName());
        tool.setTargetDirectory(folder.toFile());
        tool.setTargetFileName("engine.wasm");
        tool.getTransformers().add("com.eyewearml.teavm.JomlTransformer");
        tool.getTransformers().add("com.eyewearml.teavm.NumberTransformer");
        tool.getTransformers().add("com.eyewearml.teavm.MathTransformer");
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        tool.setObfuscated(true);
        tool.setClassPath(classPath);
        tool.setLog(new EmptyTeaVMToolLog());
        try (URLClassLoader loader = new URLClassLoader(urls(classPath), RendererSize.class.getClassLoader())) {
            tool.setClassLoader(loader);
            tool.generate();
        } catch (TeaVMToolException e) {
            throw new IOException("the engine without its renderer does not compile", e);
        }
        if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
            throw new IOException("the engine without its renderer does not compile: "
                    + tool.getProblemProvider().getSevereProblems().getFirst().getText());
        }
    }

    private static URL[] urls(List<File> files) throws MalformedURLException {
        URL[] urls = new URL[files.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = files.get(i).toURI().toURL();
        }
        return urls;
    }
}
