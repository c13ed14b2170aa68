package com.eyewearml.server.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.signin.SignInSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
    private static final String FROM = "try-on@shop.example";

    private static Map<String, String> environment(String url) {
        return Map.of("EYEWEARML_SMTP_URL", url, "EYEWEARML_MAIL_FROM", FROM);
    }

    @Test
    void readsServerUserAndPassword() {
        assertEquals(Optional.of(new MailSettings(true, "mail.example.com", 465, Optional.of("robin@shop.example"), "p+ss:w ord", FROM)),
                MailSettings.from(environment("smtps://robin%40shop.example:p+ss:w%20ord@mail.example.com")));
        assertEquals(Optional.of(new MailSettings(false, "mail.example.com", 2525, Optional.empty(), "", FROM)),
                MailSettings.from(environment("smtp://mail.example.com:2525")));
        assertEquals(587, MailSettings.from(environment("smtp://mail.example.com")).orElseThrow().port());
        assertEquals(Optional.empty(), MailSettings.from(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.com", "http://u:secret@mail.example.com", "smtp://", "smtps://u:sec ret@mail.example.com"})
    void refusesOtherAddressesWithoutRepeatingThePassword(String url) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> MailSettings.from(environment(url)));
        assertTrue(refused.getMessage().startsWith("EYEWEARML_SMTP_URL must look like"), refused.getMessage());
        assertFalse(refused.getMessage().contains("sec"), refused.getMessage());
    }

    @Test
    void asksForWhatGoesTogether() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> MailSettings.from(Map.of("EYEWEARML_SMTP_URL", "smtps://mail.example.com")))
                .getMessage().startsWith("EYEWEARML_MAIL_FROM"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SignInSettings.from(environment("smtps://mail.example.com")))
                .getMessage().startsWith("EYEWEARML_PUBLIC_URL must be set"));
        assertTrue(SignInSettings.from(Map.of()).mailer().isEmpty());
        assertTrue(SignInSettings.from(Map.of("EYEWEARML_MAIL_TO_LOG", "true")).mailer().isPresent());
        assertThrows(IllegalArgumentException.class, () -> SignInSettings.from(Map.of("EYEWEARML_PUBLIC_URL", "app.example.com")));
    }
}
