package com.eyewearml.server.signin;

import com.eyewearml.server.auth.Passkey;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies what browsers answer about passkeys (WebAuthn Level 3, sections 7.1 and 7.2), user verification being required and any maker
 * of authenticators good enough. Challenges are tickets: their bytes are the ticket's secret.
 */
final class PasskeyCheck {
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /** A new passkey. */
    record Made(byte[] credentialId, byte[] publicKeyCose, long signatureCount) { }

    /** An answer that was read, not verified. */
    record Answer<T>(T data, String challenge) { }

    /** Empty where it is no answer of a browser. */
    Optional<Answer<RegistrationData>> readMade(String json) {
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(json);
            return challenge(data.getCollectedClientData()).map(challenge -> new Answer<>(data, challenge));
        } catch (DataConversionException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty where it is no answer of a browser. */
    Optional<Answer<AuthenticationData>> readUsed(String json) {
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(json);
            return challenge(data.getCollectedClientData()).map(challenge -> new Answer<>(data, challenge));
        } catch (DataConversionException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> challenge(CollectedClientData client) {
        return Optional.ofNullable(client).map(data -> Base64.getUrlEncoder().withoutPadding().encodeToString(data.getChallenge().getValue()));
    }

    /**
     * The passkey that was made, where the answer holds.
     *
     * @param site what browsers reach us at
     */
    Optional<Made> verifyMade(Answer<RegistrationData> answer, URI site) {
        try {
            RegistrationData data = manager.verify(answer.data(), new RegistrationParameters(expected(site, answer.challenge()), true));
            AttestedCredentialData credential = data.getAttestationObject().getAuthenticatorData().getAttestedCredentialData();
            return Optional.of(new Made(credential.getCredentialId(), converter.getCborConverter().writeValueAsBytes(credential.getCOSEKey()),
                    data.getAttestationObject().getAuthenticatorData().getSignCount()));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    /** The passkey's new count of signatures, where the answer is signed with it. */
    Optional<Long> verifyUsed(Answer<AuthenticationData> answer, Passkey passkey, URI site) {
        AttestedCredentialData credential = new AttestedCredentialData(AAGUID.ZERO, passkey.credentialId(),
                converter.getCborConverter().readValue(passkey.publicKeyCose(), COSEKey.class));
        CredentialRecordImpl record = new CredentialRecordImpl(null, null, null, null, passkey.signatureCount(), credential, null, null, null,
                Set.of());
        try {
            AuthenticationData data = manager.verify(answer.data(), new AuthenticationParameters(expected(site, answer.challenge()), record, null, true));
            return Optional.of(data.getAuthenticatorData().getSignCount());
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    private static ServerProperty expected(URI site, String challenge) {
        return ServerProperty.builder().origin(new Origin(site.toString())).rpId(site.getHost())
                .challenge(new DefaultChallenge(challenge)).build();
    }
}
