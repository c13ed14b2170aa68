package com.eyewearml.server.signin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Account;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.Passkey;
import com.eyewearml.server.auth.Passkeys;
import com.eyewearml.server.auth.Session;
import com.eyewearml.server.auth.Ticket;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adding passkeys, signing in with them, removing them. What scripts ask for is below {@code /api}. */
public final class PasskeyRoutes {
    private static final Access OPEN = new Access.Open("whoever signs in is nobody yet; the passkey is the proof");
    private static final Access SIGNED_IN = new Access.SignedIn();
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 100;
    /** COSE algorithms (RFC 9053): EdDSA, ES256, RS256. */
    private static final int[] ALGORITHMS = {-8, -7, -257};
    private static final String SIGN_IN = "sign-in";
    private final SignInServices services;
    private final Passkeys passkeys;
    private final Attempts attempts;
    private final PasskeyCheck check = new PasskeyCheck();

    /** Signs in by means of those services. */
    public PasskeyRoutes(SignInServices services, Passkeys passkeys) {
        this.services = services;
        this.passkeys = passkeys;
        this.attempts = new Attempts(services.limiter());
    }

    /** Addresses of passkeys. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.POST, "/api/v1/passkeys/creation", SIGNED_IN, this::offerToMake),
                new Route(Method.POST, "/api/v1/passkeys", SIGNED_IN, this::add),
                new Route(Method.POST, "/account/passkeys/remove", SIGNED_IN, this::remove),
                new Route(Method.POST, "/api/v1/passkeys/challenge", OPEN, this::challenge),
                new Route(Method.POST, "/api/v1/passkeys/session", OPEN, this::signIn));
    }

    private static UUID accountId(ServerRequest req) {
        return req.context().get(Session.class).orElseThrow().accountId();
    }

    private URI site(ServerRequest req) {
        return URI.create(services.settings().base(req));
    }

    private String issue(String subject) {
        return services.tickets().issue(new Ticket(Ticket.Purpose.PASSKEY, subject, Optional.empty(), JsonObject.EMPTY_JSON_OBJECT),
                Optional.empty(), LIFETIME);
    }

    private boolean redeem(String challenge, String subject) {
        return services.tickets().redeem(challenge, Ticket.Purpose.PASSKEY, Optional.empty())
                .filter(ticket -> ticket.subject().equals(subject)).isPresent();
    }

    /** PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3, section 5.1.9). */
    private void offerToMake(ServerRequest req, ServerResponse res) {
        UUID id = accountId(req);
        Account account = services.accounts().find(id).orElseThrow();
        String name = account.email().orElse(account.displayName());
        JsonArrayBuilder algorithms = Json.createArrayBuilder();
        for (int algorithm : ALGORITHMS) {
            algorithms.add(Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm));
        }
        JsonArrayBuilder present = Json.createArrayBuilder();
        passkeys.list(id).forEach(passkey -> present.add(Json.createObjectBuilder().add("type", "public-key")
                .add("id", Base64.getUrlEncoder().withoutPadding().encodeToString(passkey.credentialId()))));
        json(res, Json.createObjectBuilder()
                .add("rp", Json.createObjectBuilder().add("id", site(req).getHost()).add("name", "EyewearML"))
                .add("user", Json.createObjectBuilder().add("name", name).add("displayName", account.displayName())
                        .add("id", Base64.getUrlEncoder().withoutPadding().encodeToString(id.toString().getBytes(StandardCharsets.UTF_8))))
                .add("challenge", issue(id.toString())).add("pubKeyCredParams", algorithms).add("excludeCredentials", present)
                .add("authenticatorSelection", Json.createObjectBuilder().add("residentKey", "required").add("userVerification", "required"))
                .add("attestation", "none"));
    }

    private void add(ServerRequest req, ServerResponse res) {
        UUID id = accountId(req);
        JsonObject body = body(req);
        String name = body.getString("name", "").strip();
        PasskeyCheck.Made made = check.readMade(String.valueOf(body.get("credential")))
                .filter(answer -> redeem(answer.challenge(), id.toString())).flatMap(answer -> check.verifyMade(answer, site(req)))
                .orElseThrow(() -> new RequestException(ErrorCode.SIGNATURE_INVALID, "The passkey could not be confirmed. Try again."));
        String shown = name.isEmpty() ? Devices.of(req) : name.substring(0, Math.min(LONGEST_NAME, name.length()));
        if (!passkeys.add(id, made.credentialId(), shown, made.publicKeyCose(), made.signatureCount())) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "This passkey was added before.");
        }
        json(res, Json.createObjectBuilder().add("name", shown));
    }

    private void remove(ServerRequest req, ServerResponse res) {
        passkeys.remove(accountId(req), Form.of(req).value("passkey"));
        Answers.seeOther(res, "/account?done=passkey");
    }

    /** PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3, section 5.1.10). */
    private void challenge(ServerRequest req, ServerResponse res) {
        requireForm(req);
        attempts.requireTry(req);
        json(res, Json.createObjectBuilder().add("challenge", issue(SIGN_IN)).add("rpId", site(req).getHost())
                .add("userVerification", "required"));
    }

    private void signIn(ServerRequest req, ServerResponse res) {
        requireForm(req);
        attempts.requireTry(req);
        JsonObject body = body(req);
        Passkey passkey = check.readUsed(String.valueOf(body.get("credential")))
                .filter(answer -> redeem(answer.challenge(), SIGN_IN))
                .flatMap(answer -> passkeys.find(answer.data().getCredentialId()).filter(known -> {
                    Optional<Long> count = check.verifyUsed(answer, known, site(req));
                    count.ifPresent(newer -> passkeys.used(known, newer));
                    return count.isPresent();
                })).orElseThrow(() -> new RequestException(ErrorCode.SIGNATURE_INVALID,
                        "This passkey does not belong to an account here, or was removed. Sign in another way."));
        SessionCookie.read(req).ifPresent(services.sessions()::close);
        SessionCookie.set(res, services.sessions().open(passkey.accountId(), Optional.empty(), Devices.of(req)));
        json(res, Json.createObjectBuilder().add("next", NextPage.of(body.getString("next", ""))));
    }

    private static void requireForm(ServerRequest req) {
        FormToken.require(req, req.headers().first(HeaderNames.create(Guard.CSRF_HEADER)).orElse(""));
    }

    private static JsonObject body(ServerRequest req) {
        byte[] bytes = req.content().hasEntity() ? req.content().as(byte[].class) : new byte[0];
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (JsonException | ClassCastException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The body is no JSON object.");
        }
    }

    private static void json(ServerResponse res, JsonObjectBuilder answer) {
        res.header(HeaderNames.CACHE_CONTROL, "no-store").header(HeaderNames.CONTENT_TYPE, "application/json").send(answer.build().toString());
    }
}
