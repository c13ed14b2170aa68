package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateOptionsTest {
    @Test
    void nothingAskedMeansEverythingMeasured() {
        assertEquals(new EvaluateOptions(false, Optional.empty(), Optional.empty()), EvaluateOptions.parse());
    }

    @Test
    void optionsInAnyOrder() {
        assertEquals(new EvaluateOptions(true, Optional.of(Path.of("a.json")), Optional.of(Path.of("dir"))),
                EvaluateOptions.parse("--sheets", "dir", "--quick", "--json", "a.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "now", "--json", "--sheets"})
    void refusesWhatItDoesNotKnow(String argument) {
        String message = assertThrows(IllegalArgumentException.class, () -> EvaluateOptions.parse(argument)).getMessage();
        assertTrue(message.contains(argument) && message.contains(EvaluateOptions.USAGE), message);
    }
}
