package com.eyewearml.server.settings;

import com.eyewearml.db.schema.tables.pojos.ShopSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;

/**
 * How the try-on looks and works in a shop.
 *
 * @param buttonText          on the button that opens it, 1 to 40 characters
 * @param accentColour        {@code #rrggbb}, lower case
 * @param liveMode            whether the camera may be used
 * @param photoMode           whether a photo may be used
 * @param viewerMode          whether the frame may be looked at alone
 * @param cameraConsentText   shown before the camera is asked for; empty for our own text
 * @param serverFallback      whether shoppers whose devices cannot render may, with consent, send their photo to the server
 * @param fallbackConsentText shown before a photo is sent; empty for our own text
 */
public record StorefrontSettings(String buttonText, String accentColour, boolean liveMode, boolean photoMode, boolean viewerMode,
                                 String cameraConsentText, boolean serverFallback, String fallbackConsentText) {
    private static final int MAX_BUTTON = 40;
    private static final int MAX_CONSENT = 2000;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    /** Of a shop that never changed them; the database has the same. */
    public static final StorefrontSettings DEFAULT = new StorefrontSettings("Try on", "#1f4d45", true, true, true, "", false, "");

    /** @throws IllegalArgumentException telling the merchant which setting is wrong and what it may be */
    public StorefrontSettings {
        require(!buttonText.isBlank() && buttonText.codePointCount(0, buttonText.length()) <= MAX_BUTTON,
                "The button's text must have 1 to " + MAX_BUTTON + " characters.");
        require(COLOUR.matcher(accentColour).matches(), "The colour must look like #1f4d45.");
        require(liveMode || photoMode || viewerMode, "At least one way to try on must stay switched on.");
        require(cameraConsentText.codePointCount(0, cameraConsentText.length()) <= MAX_CONSENT
                        && fallbackConsentText.codePointCount(0, fallbackConsentText.length()) <= MAX_CONSENT,
                "A consent text may have " + MAX_CONSENT + " characters.");
        for (String text : new String[] {buttonText, cameraConsentText, fallbackConsentText}) {
            require(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'),
                    "A text contains a control character. Type it again instead of pasting it.");
        }
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }

    static StorefrontSettings of(ShopSettings row) {
        return new StorefrontSettings(row.buttonText(), row.accentColour(), row.liveMode(), row.photoMode(), row.viewerMode(),
                row.cameraConsentText(), row.serverFallback(), row.fallbackConsentText());
    }

    /** What {@link #json} wrote. */
    public static StorefrontSettings of(JsonObject json) {
        return new StorefrontSettings(json.getString("buttonText"), json.getString("accentColour"), json.getBoolean("liveMode"),
                json.getBoolean("photoMode"), json.getBoolean("viewerMode"), json.getString("cameraConsentText"),
                json.getBoolean("serverFallback"), json.getString("fallbackConsentText"));
    }

    /** As the storefront and the audit trail read it. */
    public JsonObject json() {
        return Json.createObjectBuilder().add("buttonText", buttonText)
                .add("accentColour", accentColour)
                .add("liveMode", liveMode)
                .add("photoMode", photoMode)
                .add("viewerMode", viewerMode)
                .add("cameraConsentText", cameraConsentText)
                .add("serverFallback", serverFallback)
                .add("fallbackConsentText", fallbackConsentText)
                .build();
    }
}
