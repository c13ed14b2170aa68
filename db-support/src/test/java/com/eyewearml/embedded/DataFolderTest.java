package com.eyewearml.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void isUsedByOneProgramAtATime() {
        Path folder = temporary.resolve("new/data");
        try (DataFolder first = DataFolder.open(folder)) {
            EmbeddedServiceException refused = assertThrows(EmbeddedServiceException.class, () -> DataFolder.open(folder));
            assertTrue(refused.getMessage().contains(first.path().toString()) && refused.getMessage().contains("--data-dir"),
                    refused.getMessage());
        }
        DataFolder.open(folder).close();
    }

    @Test
    void tellsWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        EmbeddedServiceException refused = assertThrows(EmbeddedServiceException.class, () -> DataFolder.open(file.resolve("data")));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @Test
    void keepsSecretsForItsOwner() throws IOException {
        String first;
        try (DataFolder folder = DataFolder.open(temporary)) {
            first = folder.secret("one");
            assertNotEquals(first, folder.secret("two"));
        }
        try (DataFolder folder = DataFolder.open(temporary)) {
            assertEquals(first, folder.secret("one"));
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("one.secret"))));
    }
}
