package com.eyewearml.server.platform.bigcommerce;

import static com.eyewearml.db.schema.Tables.CREDENTIAL;
import static com.eyewearml.db.schema.Tables.MEMBERSHIP;
import static com.eyewearml.db.schema.Tables.PLATFORM_IDENTITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.simulator.BigCommerceSimulator;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestShops.class)
class BigCommerceInstallTest {
    final Ours ours;
    BigCommerceSimulator platform;

    BigCommerceInstallTest(Shops shops) {
        ours = new Ours(shops);
    }

    @BeforeEach
    void start() {
        platform = BigCommerceContractTest.start(ours);
    }

    @AfterEach
    void stop() {
        platform.close();
        ours.close();
    }

    private Optional<Connection> connection() {
        return ours.connections.ofStore(Platform.BIGCOMMERCE, platform.store());
    }

    private Connection install() {
        platform.install(ours.address());
        return connection().orElseThrow();
    }

    private HttpResponse<String> get(String callback, Map<String, Object> claims) {
        return platform.browse("/bigcommerce/" + callback + "?signed_payload_jwt=" + platform.token(claims));
    }

    private List<String> roles(Connection connection) {
        return ours.database.inShop(connection.shopId(), db -> db.selectFrom(MEMBERSHIP).orderBy(MEMBERSHIP.ROLE.desc())
                .fetch(MEMBERSHIP.ROLE));
    }

    @Test
    void installingAnswersAPageAndSignsTheOwnerIn() {
        platform.install(ours.address());
        HttpResponse<String> answer = platform.browse(platform.authPath(platform.newCode()));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("EyewearML is installed"));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("SameSite=None") && cookie.contains("Secure") && cookie.contains("Partitioned")
                && cookie.contains("HttpOnly"), cookie);
        String secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertEquals(connection().map(Connection::shopId), ours.sessions.find(secret).orElseThrow().shopId());
        assertEquals(List.of("OWNER"), roles(connection().orElseThrow()));
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElseThrow()
                .contains("frame-ancestors https://*.mybigcommerce.com https://*.bigcommerce.com"));
    }

    @Test
    void aCodeWorksOnce() {
        install();
        String code = platform.newCode();
        assertEquals(200, platform.browse(platform.authPath(code)).statusCode());
        HttpResponse<String> again = platform.browse(platform.authPath(code));
        assertEquals(401, again.statusCode());
        assertTrue(again.headers().firstValue("Set-Cookie").isEmpty());
        assertTrue(again.body().contains("could not be completed"));
    }

    @Test
    void nothingIsInstalledWhereTheAnswerNamesAnotherStore() {
        platform.answerContext("stores/another");
        assertRefused(401);
    }

    @Test
    void nothingIsInstalledWithoutAllScopes() {
        platform.grant("store_v2_default");
        assertRefused(401);
    }

    @Test
    void nothingIsInstalledWhileTheTokenEndpointIsDown() {
        platform.setLoginDown(true);
        assertRefused(503);
    }

    private void assertRefused(int status) {
        try {
            platform.install(ours.address());
        } catch (AssertionError e) {
            assertTrue(e.getMessage().contains(" " + status), e.getMessage());
        }
        assertEquals(Optional.empty(), connection());
    }

    @Test
    void loadingGoesOnToACleanAddress() {
        install();
        HttpResponse<String> answer = get("load", platform.claims(BigCommerceSimulator.OWNER));
        assertEquals(303, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElseThrow().matches("/admin/brillen-muller(-[0-9a-f]{6})?"));
        assertEquals(Optional.of("no-referrer"), answer.headers().firstValue("Referrer-Policy"));
        assertTrue(answer.headers().firstValue("Set-Cookie").isPresent());
    }

    @Test
    void aNewUserOfAKnownStoreBecomesAnEditorOnce() {
        Connection connection = install();
        assertEquals(303, get("load", platform.claims(BigCommerceSimulator.STAFF)).statusCode());
        assertEquals(303, get("load", platform.claims(BigCommerceSimulator.STAFF)).statusCode());
        assertEquals(List.of("OWNER", "EDITOR"), roles(connection));
        assertEquals(2, ours.database.inShop(connection.shopId(), db -> db.selectFrom(PLATFORM_IDENTITY).fetch()).size());
    }

    @Test
    void removingAUserIsDoneOnceAndSparesTheOwner() {
        Connection connection = install();
        get("load", platform.claims(BigCommerceSimulator.STAFF));
        for (int i = 0; i < 2; i++) {
            assertEquals(200, get("remove_user", platform.claims(BigCommerceSimulator.STAFF)).statusCode());
        }
        get("remove_user", platform.claims(BigCommerceSimulator.OWNER));
        assertEquals(List.of("OWNER"), roles(connection));
    }

    @Test
    void uninstallingErasesTheTokenOnceAndOnlyForTheOwner() {
        Connection connection = install();
        assertEquals(403, get("uninstall", platform.claims(BigCommerceSimulator.STAFF)).statusCode());
        assertEquals(Connection.State.ACTIVE, connection().orElseThrow().state());
        for (int i = 0; i < 2; i++) {
            assertEquals(200, get("uninstall", platform.claims(BigCommerceSimulator.OWNER)).statusCode());
        }
        assertEquals(Connection.State.UNINSTALLED, connection().orElseThrow().state());
        assertTrue(ours.database.inShop(connection.shopId(), db -> db.selectFrom(CREDENTIAL).fetch()).isEmpty());
        assertEquals(404, get("load", platform.claims(BigCommerceSimulator.OWNER)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud:another", "iss:somebody", "sub:abcde", "sub:stores/", "url://evil.example", "url:https://evil.example",
        "url:/\\evil.example"})
    void aPayloadWithAWrongClaimIsRefused(String change) {
        install();
        Map<String, Object> claims = platform.claims(BigCommerceSimulator.OWNER);
        claims.put(change.substring(0, 3), change.substring(4));
        HttpResponse<String> answer = get("load", claims);
        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void anExpiredPayloadIsRefused() {
        install();
        Map<String, Object> claims = platform.claims(BigCommerceSimulator.OWNER);
        claims.put("exp", ours.clock.instant().getEpochSecond() - 11);
        assertEquals(401, get("load", claims).statusCode());
    }

    @Test
    void aPayloadOfAnUnknownStoreOrSignerIsRefused() {
        install();
        Map<String, Object> claims = platform.claims(BigCommerceSimulator.OWNER);
        claims.put("sub", "stores/unknown");
        assertEquals(404, get("load", claims).statusCode());
        String token = platform.token(platform.claims(BigCommerceSimulator.OWNER));
        assertEquals(401, platform.browse("/bigcommerce/load?signed_payload_jwt=" + token.substring(0, token.length() - 3) + "AAA")
                .statusCode());
        String unsigned = "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
        assertEquals(401, platform.browse("/bigcommerce/load?signed_payload_jwt=" + unsigned).statusCode());
        assertEquals(400, platform.browse("/bigcommerce/load").statusCode());
    }
}
