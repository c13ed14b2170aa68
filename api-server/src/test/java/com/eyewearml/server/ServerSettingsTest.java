package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
    @Test
    void runsOnThisMachineAloneByDefault() {
        ServerSettings settings = ServerSettings.from(Map.of());
        assertEquals("127.0.0.1", settings.host());
        assertEquals(8080, settings.port());
        assertEquals(Optional.empty(), settings.databaseUrl());
        assertEquals(Optional.empty(), settings.redisUrl());
        assertFalse(settings.seedDemo());
    }

    @ParameterizedTest
    @CsvSource({"postgresql://host/shop,jdbc:postgresql://host/shop",
        "postgres://u:p@host:6543/shop,jdbc:postgresql://host:6543/shop?user=u&password=p",
        "postgresql://u%40x:p%26q%3D@host/shop?sslmode=require,jdbc:postgresql://host/shop?sslmode=require&user=u%40x&password=p%26q%3D",
        "jdbc:postgresql://host/shop?user=u,jdbc:postgresql://host/shop?user=u"})
    void understandsDatabaseAddresses(String given, String expected) {
        ServerSettings settings = ServerSettings.from(Map.of("EYEWEARML_DB_URL", given));
        assertEquals(Optional.of(expected), settings.databaseUrl());
        assertEquals(Optional.of(expected), settings.ownerUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://u:secret@host/shop", "postgresql://u:secret@/shop", "postgresql://u:secret@host", "u:secret@host/ shop"})
    void refusesOtherAddressesWithoutRepeatingPasswords(String given) {
        StartupException refused = assertThrows(StartupException.class, () -> ServerSettings.from(Map.of("EYEWEARML_DB_URL", given)));
        assertTrue(refused.getMessage().contains("EYEWEARML_DB_URL") && refused.getMessage().contains("postgresql://"));
        for (Throwable e = refused; e != null; e = e.getCause()) {
            assertFalse(e.getMessage().contains("secret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", ""})
    void refusesPortsThatAreNone(String port) {
        StartupException refused = assertThrows(StartupException.class, () -> ServerSettings.from(Map.of("EYEWEARML_PORT", port)));
        assertTrue(refused.getMessage().contains("0 to 65535"), refused.getMessage());
    }

    @Test
    void refusesARedisAddressThatIsNone() {
        assertThrows(StartupException.class, () -> ServerSettings.from(Map.of("EYEWEARML_REDIS_URL", "localhost:6379")));
    }

    @Test
    void doesNotPrintPasswords() {
        assertFalse(ServerSettings.from(Map.of("EYEWEARML_DB_URL", "postgresql://u:secret@host/shop")).toString().contains("secret"));
    }
}
