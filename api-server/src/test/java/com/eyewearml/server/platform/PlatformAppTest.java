package com.eyewearml.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.StartupException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformAppTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("EYEWEARML_SHOPIFY_CLIENT_ID", "id", "EYEWEARML_SHOPIFY_CLIENT_SECRET",
            "new-secret", "EYEWEARML_SHOPIFY_PREVIOUS_CLIENT_SECRET", "old-secret", "EYEWEARML_PUBLIC_URL", "https://app.example.com/");

    @Test
    void bothSecretsAreRead() {
        PlatformApp app = PlatformApp.from(ENVIRONMENT, Platform.SHOPIFY).orElseThrow();
        assertEquals(List.of("new-secret", "old-secret"), app.secrets());
        assertEquals("https://app.example.com", app.url().toString());
        assertFalse(app.toString().contains("secret"));
    }

    @Test
    void withoutClientIdThereIsNoApp() {
        assertEquals(Optional.empty(), PlatformApp.from(ENVIRONMENT, Platform.BIGCOMMERCE));
    }

    @ParameterizedTest
    @CsvSource({"EYEWEARML_SHOPIFY_CLIENT_SECRET,", "EYEWEARML_PUBLIC_URL,", "EYEWEARML_PUBLIC_URL,http://app.example.com"})
    void whatIsMissingIsNamed(String name, String value) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put(name, value == null ? "" : value);
        assertTrue(assertThrows(StartupException.class, () -> PlatformApp.from(environment, Platform.SHOPIFY)).getMessage().contains(name));
    }

    @Test
    void slugsAreMadeOfStoreNames() {
        assertEquals("brillen-muller", Installations.slug("Brillen Müller!"));
        assertEquals("shop", Installations.slug("眼镜店"));
        assertEquals(40, Installations.slug("a".repeat(60)).length());
    }
}
