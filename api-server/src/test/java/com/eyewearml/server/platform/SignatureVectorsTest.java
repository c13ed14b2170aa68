package com.eyewearml.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.platform.magento.OAuthKeys;
import com.eyewearml.server.platform.magento.OAuthSigner;
import com.eyewearml.server.platform.shopify.SessionTokens;
import com.eyewearml.server.platform.shopify.ShopDomain;
import com.eyewearml.server.platform.shopify.ShopifyQuery;
import com.eyewearml.server.platform.webhook.BodySignature;
import com.eyewearml.server.platform.webhook.StandardWebhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors computed with other software: Node for Shopify, oauthlib for Magento, the Standard Webhooks library for BigCommerce. */
class SignatureVectorsTest {
    static final String SECRET = "shpss_test_secret_0001";
    static final long NOW = 1790000000L;
    static final String S1 = "code=abc%20123&host=YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvZGVtbw%3D%3D&shop=demo-optic.myshopify.com"
            + "&state=n0nce~1&timestamp=1790000000";
    static final String S1_HMAC = "c5c0b3d2684ad2537212a94df544500229329e581f55ee3eceb04ad2b8d62f3b";
    static final String S2 = "extra=1&extra=2&logged_in_customer_id=&path_prefix=%2Fapps%2Feyewear&shop=demo-optic.myshopify.com"
            + "&timestamp=1790000000";
    static final String S2_SIGNATURE = "515b84b4152cdee7cf5f5a48db60c69eaf4dd8ef88ef4f65902e21bce95e5292";

    static Clock at(long seconds) {
        return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    static boolean admin(String query, long now) {
        return new ShopifyQuery(SECRET, at(now)).isOfAdmin(QueryParameters.parse(query));
    }

    static boolean proxy(String query, long now) {
        return new ShopifyQuery(SECRET, at(now)).isOfProxy(QueryParameters.parse(query));
    }

    @Test
    void shopifyAdminQuery() {
        assertTrue(admin(S1 + "&hmac=" + S1_HMAC, NOW));
        assertTrue(admin("hmac=" + S1_HMAC + "&" + S1.replace("%20", "+"), NOW + 90));
    }

    @ParameterizedTest
    @CsvSource({"91,''", "-91,''", "0,&added=1", "0,&timestamp=1790000000", "0,&hmac=" + S1_HMAC})
    void shopifyAdminQueryRefused(long later, String added) {
        assertFalse(admin(S1 + added + "&hmac=" + S1_HMAC, NOW + later));
    }

    @Test
    void shopifyAdminQueryWithoutOrWithWrongParts() {
        assertFalse(admin(S1, NOW));
        assertFalse(admin(S1.replace("abc", "abd") + "&hmac=" + S1_HMAC, NOW));
        assertFalse(admin(S1 + "&hmac=" + S1_HMAC.substring(1), NOW));
        String unsigned = "shop=demo-optic.myshopify.com&timestamp=soon";
        assertFalse(admin(unsigned + "&hmac=" + hex(unsigned), NOW));
        String timeless = "shop=demo-optic.myshopify.com";
        assertFalse(admin(timeless + "&hmac=" + hex(timeless), NOW));
    }

    private static String hex(String message) {
        return java.util.HexFormat.of().formatHex(hmac(SECRET, message));
    }

    private static byte[] hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shopifyProxyQuery() {
        assertTrue(proxy(S2 + "&signature=" + S2_SIGNATURE, NOW));
        assertTrue(proxy(S2 + "&signature=" + S2_SIGNATURE, NOW - 90));
        assertFalse(proxy(S2 + "&signature=" + S2_SIGNATURE, NOW - 91));
        assertFalse(proxy(S2.replace("extra=2", "extra=3") + "&signature=" + S2_SIGNATURE, NOW));
        assertFalse(proxy(S2.replace("&logged_in_customer_id=", "") + "&signature=" + S2_SIGNATURE, NOW));
    }

    @Test
    void shopifyProxyQueryNamesOneShop() {
        String twice = "shop=a.myshopify.com&shop=b.myshopify.com&timestamp=1790000000";
        String message = "shop=a.myshopify.com,b.myshopify.comtimestamp=1790000000";
        assertFalse(proxy(twice + "&signature=" + hex(message), NOW));
    }

    @Test
    void bodiesSignedAlone() {
        byte[] body = "{\"id\":7,\"title\":\"Frame é\"}".getBytes(StandardCharsets.UTF_8);
        String signature = "hrIqM1E6DEB2hnk7WvORNis1/Mh+33oFmXrSJJoa2pU=";
        assertTrue(BodySignature.matches(List.of(SECRET), body, signature));
        assertTrue(BodySignature.matches(List.of("newer", SECRET), body, signature));
        assertFalse(BodySignature.matches(List.of("newer"), body, signature));
        assertFalse(BodySignature.matches(List.of(SECRET), "{\"id\": 7,\"title\":\"Frame é\"}".getBytes(StandardCharsets.UTF_8), signature));
        assertFalse(BodySignature.matches(List.of(SECRET), body, "x"));
        assertFalse(BodySignature.matches(List.of(), body, signature));
        assertTrue(BodySignature.matches(List.of("WcSecret0001"), "{\"id\":42,\"sku\":\"RB-52-18\"}".getBytes(StandardCharsets.UTF_8),
                "OGDhSkK32EciwzTvsiop137936EOkyvoQydFEHytwOk="));
    }

    @Test
    void standardWebhooks() {
        byte[] body = ("{\"scope\":\"store/product/updated\",\"store_id\":\"11111\",\"data\":{\"type\":\"product\",\"id\":205},"
                + "\"hash\":\"3f9e\",\"created_at\":1790000000,\"producer\":\"stores/abcde\"}").getBytes(StandardCharsets.UTF_8);
        String signature = "v1,QeTuAOAhYbxHCEE3p7W86VUKE/5QmhsaF8wMGK+BkiA=";
        List<String> secrets = List.of("bc_client_secret_0001");
        assertTrue(new StandardWebhook("msg_0001", "1790000000", signature).signs(secrets, body, at(NOW)));
        assertTrue(new StandardWebhook("msg_0001", "1790000000", "v1,AAAA " + signature).signs(secrets, body, at(NOW + 300)));
        assertFalse(new StandardWebhook("msg_0001", "1790000000", signature).signs(secrets, body, at(NOW + 301)));
        assertFalse(new StandardWebhook("msg_0001", "1790000000", signature).signs(secrets, body, at(NOW - 301)));
        assertFalse(new StandardWebhook("msg_0001", "1790000000", signature.replace("v1,", "v1a,")).signs(secrets, body, at(NOW)));
        assertFalse(new StandardWebhook("msg_0002", "1790000000", signature).signs(secrets, body, at(NOW)));
        assertFalse(new StandardWebhook("msg_0001", "179000000x", signature).signs(secrets, body, at(NOW)));
        body[3]++;
        assertFalse(new StandardWebhook("msg_0001", "1790000000", signature).signs(secrets, body, at(NOW)));
    }

    @Test
    void magentoRequestToken() {
        String header = new OAuthSigner(at(NOW), () -> "n0001").authorization("POST",
                URI.create("https://shop.example.com/oauth/token/request"), new OAuthKeys("ck0001", "cs0001", "", ""), Map.of());
        assertEquals("OAuth oauth_consumer_key=\"ck0001\", oauth_nonce=\"n0001\", "
                + "oauth_signature=\"wIlT%2FIaKsVnXdnKc6n7s9UlfIDQ%2Bmhk1Yehc%2F8e5doY%3D\", oauth_signature_method=\"HMAC-SHA256\", "
                + "oauth_timestamp=\"1790000000\", oauth_version=\"1.0\"", header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example.com/rest/V1/products?searchCriteria[pageSize]=2&fields=items[sku,name]",
        "HTTPS://SHOP.example.com:443/rest/V1/products?fields=items%5Bsku%2Cname%5D&searchCriteria%5BpageSize%5D=2"})
    void magentoQuery(String address) {
        String escaped = address.replace("[", "%5B").replace("]", "%5D");
        String header = new OAuthSigner(at(NOW), () -> "n0002").authorization("GET", URI.create(escaped),
                new OAuthKeys("ck0001", "cs0001", "at0001", "ats0001"), Map.of());
        assertTrue(header.contains("oauth_signature=\"wfU%2FgG8UWCzQBrstSv93UKLo6JsGIzaSE40MFxAnTlg%3D\""), header);
    }

    @Test
    void percentEncodingFollowsRfc3986() {
        assertEquals("a-b.c_d~e%20%2B%2A%2C%25%C3%A9%5B%5D", QueryParameters.rfc3986("a-b.c_d~e +*,%é[]"));
    }

    static final String CLAIMS = "{\"iss\":\"https://demo-optic.myshopify.com/admin\",\"dest\":\"https://demo-optic.myshopify.com\","
            + "\"aud\":\"client0001\",\"sub\":\"1\",\"exp\":1790000060,\"nbf\":1790000000,\"iat\":1790000000,\"jti\":\"j1\",\"sid\":\"s1\"}";
    static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    static String jwt(String header, String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String input = encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return input + "." + encoder.encodeToString(hmac(SECRET, input));
    }

    static SessionTokens.Caller caller(String token, long now) throws TokenRefusedException {
        return new SessionTokens("client0001", SECRET, at(now)).verify(token);
    }

    @Test
    void shopifySessionToken() throws TokenRefusedException {
        String token = jwt(HS256, CLAIMS);
        assertTrue(token.endsWith(".6piHVpjUW16dlKeg6Kmx9348pVyYjTniXP6hsidWe8A"));
        assertEquals(new SessionTokens.Caller(new ShopDomain("demo-optic.myshopify.com"), "1"), caller(token, NOW));
        caller(token, NOW + 69);
        caller(token, NOW - 10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "71  | client0001                 | client0001                 | the token has expired",
        "-11 | client0001                 | client0001                 | the token is not valid yet",
        "0   | client0001                 | client0002                 | the token is for another app",
        "0   | dest\":\"https://demo-optic | dest\":\"https://other-shop | the token names two shops",
        "0   | demo-optic.myshopify.com   | demo-optic.evil.com        | the token names no shop",
        "0   | \"sub\":\"1\"              | \"sub\":\"\"               | the token names nobody",
        "0   | ,\"exp\":1790000060        | ''                         | the token does not say when it is valid"})
    void shopifySessionTokenRefused(long later, String part, String instead, String rule) {
        assertEquals(rule, assertThrows(TokenRefusedException.class,
                () -> caller(jwt(HS256, CLAIMS.replace(part, instead)), NOW + later)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "RS256", "HS512"})
    void otherAlgorithmsAreRefused(String algorithm) {
        String token = jwt(HS256.replace("HS256", algorithm), CLAIMS);
        assertThrows(TokenRefusedException.class, () -> caller(token, NOW));
        assertThrows(TokenRefusedException.class, () -> caller(token.substring(0, token.lastIndexOf('.') + 1), NOW));
    }

    @Test
    void damagedTokensAreRefused() {
        String token = jwt(HS256, CLAIMS);
        assertThrows(TokenRefusedException.class, () -> caller(token.substring(0, token.length() - 2), NOW));
        assertThrows(TokenRefusedException.class, () -> caller("", NOW));
        assertThrows(TokenRefusedException.class, () -> caller("a.b.c", NOW));
    }

    @ParameterizedTest
    @CsvSource({"demo.myshopify.com,demo.myshopify.com", "DEMO.myshopify.com//,demo.myshopify.com", "evil.com,", "a.myshopify.com.evil.com,",
        "a.b.myshopify.com,", "-a.myshopify.com,", ".myshopify.com,", "a.myshopify.com/x,", "a.shopify.com,", "'a.myshopify.com\n',"})
    void shopDomains(String text, String name) {
        assertEquals(Optional.ofNullable(name), ShopDomain.parse(text).map(ShopDomain::name));
    }
}
