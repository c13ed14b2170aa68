package com.eyewearml.imports.cli;

import com.eyewearml.gltf.GlbReader;
import com.eyewearml.imports.GlbImport;
import com.eyewearml.imports.ImportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** {@code ./eyewearml import}: a merchant's GLB to a frame. Exits with 1 where no frame can be made of the file, 2 on a wrong call. */
public final class ImportCommand {
    private static final Set<String> OPTIONS = Set.of("--total-width-mm", "--lens-width-mm", "--dbl-mm", "-o", "--out");

    private ImportCommand() {
    }

    /** @param args as in launcher/help/import.txt */
    public static void main(String[] args) throws IOException {
        CommandLine line = new CommandLine("import");
        int status;
        try {
            Arguments arguments = new Arguments(args, OPTIONS, Set.of("--json"));
            Path input = Path.of(arguments.single("a GLB file"));
            Path output = CommandLine.output(arguments.text("-o", arguments.text("--out", "")), input);
            double totalMm = arguments.mm("--total-width-mm");
            double lensMm = arguments.mm("--lens-width-mm");
            double dblMm = arguments.mm("--dbl-mm");
            status = line.run(input, output, arguments.has("--json"), GlbReader.MAX_FILE_BYTES,
                    bytes -> GlbImport.run(bytes, ImportRequest.of(totalMm, lensMm, dblMm)));
        } catch (IllegalArgumentException e) {
            status = line.usage(e);
        }
        System.exit(status);
    }
}
