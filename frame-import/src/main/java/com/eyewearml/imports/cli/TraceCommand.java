package com.eyewearml.imports.cli;

import com.eyewearml.frame.FrameSpecException;
import com.eyewearml.frame.SizeMarking;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.ImportRequest;
import com.eyewearml.imports.photo.PhotoTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** {@code ./eyewearml trace}: a product photograph to a frame. Exits with 1 where no frame can be made of it, 2 on a wrong call. */
public final class TraceCommand {
    private static final long MAX_BYTES = 32 << 20;
    private static final Set<String> OPTIONS = Set.of("--size", "--total-width-mm", "-o", "--out");

    private TraceCommand() {
    }

    /** @param args as in launcher/help/trace.txt */
    public static void main(String[] args) throws IOException {
        CommandLine line = new CommandLine("trace");
        int status;
        try {
            Arguments arguments = new Arguments(args, OPTIONS, Set.of("--json"));
            Path input = Path.of(arguments.single("a picture"));
            if (!arguments.has("--size")) {
                throw new IllegalArgumentException("needs --size, as printed on the temple: --size \"52□18-145\"");
            }
            Path output = CommandLine.output(arguments.text("-o", arguments.text("--out", "")), input);
            double totalMm = arguments.mm("--total-width-mm");
            String size = arguments.text("--size", "");
            status = line.run(input, output, arguments.has("--json"), MAX_BYTES, bytes -> PhotoTrace.run(bytes, marking(size),
                    ImportRequest.of(totalMm, 0, 0).totalWidthMm()));
        } catch (IllegalArgumentException e) {
            status = line.usage(e);
        }
        System.exit(status);
    }

    private static SizeMarking marking(String text) throws ImportException {
        try {
            return SizeMarking.parse(text);
        } catch (FrameSpecException e) {
            throw (ImportException) new ImportException(Code.IMPOSSIBLE_SIZE, e.getMessage()).initCause(e);
        }
    }
}
