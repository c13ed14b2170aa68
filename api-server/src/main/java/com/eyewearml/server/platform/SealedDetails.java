package com.eyewearml.server.platform;

import com.eyewearml.server.security.Sealed;
import com.eyewearml.server.security.Secrets;
import com.eyewearml.server.security.TokenVault;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Credentials of an installation that is not proven yet, sealed to stand in the details of its ticket. */
public final class SealedDetails {
    /** There may be no shop of ours yet: the ticket is what they are bound to. */
    private static final UUID NO_SHOP = new UUID(0, 0);
    private final TokenVault vault;

    /** Sealed by that vault. */
    public SealedDetails(TokenVault vault) {
        this.vault = vault;
    }

    /** @param ticketSecret of the ticket they belong to */
    public JsonObject seal(String ticketSecret, JsonObject credentials) {
        Sealed sealed = vault.seal(NO_SHOP, place(ticketSecret), credentials.toString());
        Base64.Encoder base64 = Base64.getEncoder();
        return Json.createObjectBuilder().add("key", sealed.keyId()).add("nonce", base64.encodeToString(sealed.nonce()))
                .add("ciphertext", base64.encodeToString(sealed.ciphertext())).build();
    }

    /** @throws com.eyewearml.server.security.VaultException where they were sealed for another ticket */
    public JsonObject open(String ticketSecret, JsonObject details) {
        Base64.Decoder base64 = Base64.getDecoder();
        String text = vault.open(NO_SHOP, place(ticketSecret), new Sealed(details.getString("key"), base64.decode(details.getString("nonce")),
                base64.decode(details.getString("ciphertext"))));
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String place(String ticketSecret) {
        return "installation/" + HexFormat.of().formatHex(Secrets.sha256(ticketSecret));
    }
}
