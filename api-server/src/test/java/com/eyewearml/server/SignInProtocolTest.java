package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.auth.Accounts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What signing in tells to those who should not know: nothing; and what it refuses. */
class SignInProtocolTest {
    private static final String FORM_COOKIE = "__Host-eyewearml-form";
    private static final String TOKEN = "t".repeat(43);

    @TempDir
    static Path folder;
    static MerchantServer server;
    static HttpClient client;
    final String email = "p" + UUID.randomUUID() + "@shop.example";

    @BeforeAll
    static void start() throws IOException {
        server = new MerchantServer(folder, Map.of());
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static HttpResponse<String> post(String path, String cookie, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(HttpRequest.newBuilder(URI.create(server.url(path))).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", FORM_COOKIE + "=" + cookie).POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(path, TOKEN, fields);
    }

    private String addAccount() {
        Accounts accounts = new Accounts(server.running().backends().database(), Clock.systemUTC());
        String known = "known-" + email;
        accounts.setPassword(accounts.ofVerifiedEmail(known).id(), SignInPagesTest.PASSWORD);
        return known;
    }

    @Test
    void addressesWithAndWithoutAccountAreAnsweredAlike() throws Exception {
        String known = addAccount();
        for (String path : new String[] {"/sign-in/link", "/sign-up", "/forgotten-password"}) {
            HttpResponse<String> one = post(path, Map.of("csrf", TOKEN, "email", known));
            HttpResponse<String> other = post(path, Map.of("csrf", TOKEN, "email", email));
            assertEquals(200, one.statusCode(), path);
            assertEquals(one.statusCode(), other.statusCode(), path);
            assertEquals(one.body().replace(known, "ADDRESS"), other.body().replace(email, "ADDRESS"), path);
        }
        assertEquals(3, server.mails(email, 3).size(), "a message each, with an account or without");
        HttpResponse<String> one = post("/sign-in", Map.of("csrf", TOKEN, "email", known, "password", "wrong"));
        HttpResponse<String> other = post("/sign-in", Map.of("csrf", TOKEN, "email", email, "password", "wrong"));
        assertEquals(422, one.statusCode());
        assertEquals(one.body().replace(known, "ADDRESS"), other.body().replace(email, "ADDRESS"));
    }

    @Test
    void formsOfOtherSitesAreRefused() throws Exception {
        for (String path : new String[] {"/sign-in", "/sign-up", "/sign-in/link", "/sign-in/link/open", "/forgotten-password", "/new-password", "/invitation"}) {
            assertEquals(403, post(path, Map.of("email", email)).statusCode(), path + " without token");
            assertEquals(403, post(path, "u".repeat(43), Map.of("csrf", TOKEN, "email", email)).statusCode(), path + " with another cookie");
            assertEquals(403, post(path, "", Map.of("csrf", "", "email", email)).statusCode(), path + " with empty ones");
        }
    }

    @Test
    void messagesAndPasswordsAreLimited() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertEquals(200, post("/sign-in/link", Map.of("csrf", TOKEN, "email", email)).statusCode());
        }
        HttpResponse<String> fifth = post("/sign-in/link", Map.of("csrf", TOKEN, "email", email));
        assertEquals(422, fifth.statusCode());
        assertTrue(fifth.body().contains("Too many attempts. Try again in"), fifth.body());
        assertEquals(4, server.mails(email, 4).size());
        String guessed = "guessed-" + email;
        for (int i = 0; i < 10; i++) {
            assertFalse(post("/sign-in", Map.of("csrf", TOKEN, "email", guessed, "password", "guess " + i)).body().contains("Too many"));
        }
        assertTrue(post("/sign-in", Map.of("csrf", TOKEN, "email", guessed, "password", "guess")).body().contains("Too many attempts"));
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterSigningIn() throws Exception {
        String known = addAccount();
        for (String next : new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example", "/admin/../evil", "javascript:alert(1)", "/shops\r\nX: y"}) {
            HttpResponse<String> answer = post("/sign-in", Map.of("csrf", TOKEN, "email", known, "password", SignInPagesTest.PASSWORD, "next", next));
            assertEquals(303, answer.statusCode(), next);
            String location = answer.headers().firstValue("Location").orElseThrow();
            assertTrue(location.startsWith("/shops") || location.startsWith("/admin/"), location);
        }
    }

    @Test
    void pagesAreInNoFrameAndAreNotKept() throws Exception {
        HttpResponse<byte[]> page = server.running().get("/sign-in");
        assertTrue(RunningServer.header(page, "Content-Security-Policy").endsWith("frame-ancestors 'none'"));
        assertEquals("no-store", RunningServer.header(page, "Cache-Control"));
        assertEquals("no-referrer", RunningServer.header(page, "Referrer-Policy"));
        String cookie = RunningServer.header(page, "Set-Cookie");
        assertTrue(cookie.startsWith(FORM_COOKIE) && cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    }

    @Test
    void aMailServerThatIsAwayIsSaidSo(@TempDir Path other) throws Exception {
        try (MerchantServer away = new MerchantServer(other, Map.of())) {
            away.stopMail();
            String body = "csrf=" + TOKEN + "&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(away.url("/sign-up")))
                    .header("Content-Type", "application/x-www-form-urlencoded").header("Cookie", FORM_COOKIE + "=" + TOKEN)
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("The message could not be sent at the moment."));
            assertTrue(answer.body().contains(email), "what was typed is still there");
        }
    }
}
