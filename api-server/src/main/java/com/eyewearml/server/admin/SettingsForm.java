package com.eyewearml.server.admin;

import com.eyewearml.server.forms.Form;
import com.eyewearml.server.settings.StorefrontSettings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings as a form, and back. */
final class SettingsForm {
    private static final int MAX_BUTTON = 40;
    private static final int MAX_CONSENT = 2000;

    private SettingsForm() { }

    static Form of(StorefrontSettings settings) {
        Map<String, String> values = new HashMap<>(Map.of("buttonText", settings.buttonText(), "accentColour", settings.accentColour(),
                "cameraConsentText", settings.cameraConsentText(), "fallbackConsentText", settings.fallbackConsentText()));
        tick(values, "liveMode", settings.liveMode());
        tick(values, "photoMode", settings.photoMode());
        tick(values, "viewerMode", settings.viewerMode());
        tick(values, "serverFallback", settings.serverFallback());
        return Form.of(values);
    }

    private static void tick(Map<String, String> values, String name, boolean on) {
        if (on) {
            values.put(name, "on");
        }
    }

    /** What was filled in; empty where the form then says what is wrong. */
    static Optional<StorefrontSettings> read(Form form) {
        String button = form.value("buttonText");
        if (button.isEmpty() || length(button) > MAX_BUTTON) {
            form.reject("buttonText", "The button's text has 1 to " + MAX_BUTTON + " characters; this one has " + length(button) + ".");
        }
        String colour = form.value("accentColour").toLowerCase(Locale.ROOT);
        if (!colour.matches("#[0-9a-f]{6}")) {
            form.reject("accentColour", "A colour looks like #1f4d45: a hash and six digits from 0 to 9 and a to f.");
        }
        if (!form.checked("liveMode") && !form.checked("photoMode") && !form.checked("viewerMode")) {
            form.reject("liveMode", "Leave at least one way to try on switched on.");
        }
        checkConsent(form, "cameraConsentText");
        checkConsent(form, "fallbackConsentText");
        if (!form.valid()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StorefrontSettings(button, colour, form.checked("liveMode"), form.checked("photoMode"), form.checked("viewerMode"),
                    lines(form.value("cameraConsentText")), form.checked("serverFallback"), lines(form.value("fallbackConsentText"))));
        } catch (IllegalArgumentException e) {
            form.reject("buttonText", e.getMessage());
            return Optional.empty();
        }
    }

    private static void checkConsent(Form form, String name) {
        int length = length(lines(form.value(name)));
        if (length > MAX_CONSENT) {
            form.reject(name, "A consent text has at most " + MAX_CONSENT + " characters; this one has " + length + ".");
        }
    }

    /** Forms send CRLF. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
