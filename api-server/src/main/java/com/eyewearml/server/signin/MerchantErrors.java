package com.eyewearml.server.signin;

import com.eyewearml.server.forms.Form;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.ErrorHandling;
import com.eyewearml.server.http.Problem;
import com.eyewearml.server.platform.EmbeddingPolicy;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.shopify.ShopDomain;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Errors of the pages for merchants. Whoever must sign in first finds the form in the answer, and goes on from there. */
public final class MerchantErrors implements ErrorHandling.OtherPages {
    private static final Pattern OURS = Pattern.compile(
            "/(admin|account|shops|sign-in|sign-up|sign-out|forgotten-password|new-password|invitation|passkeys|shopify|bigcommerce|woocommerce|magento)(/.*)?");
    private final SignInPages pages = new SignInPages();
    private final Optional<String> shopifyClientId;

    /** @param shopifyClientId of the app on Shopify, where there is one */
    public MerchantErrors(Optional<String> shopifyClientId) {
        this.shopifyClientId = shopifyClientId;
    }

    /** In Shopify's frame whoever brings no cookie comes in by a token that its script gives; Shopify names the shop in the address. */
    private Optional<String> entrance(ServerRequest req, ServerResponse res, Problem problem, String path) {
        if (problem.code() != ErrorCode.NOT_SIGNED_IN || !path.startsWith("/admin/") || req.headers().contains(HeaderNames.AUTHORIZATION)) {
            return Optional.empty();
        }
        Optional<ShopDomain> shop = req.query().first("shop").asOptional().flatMap(ShopDomain::parse);
        return shopifyClientId.filter(client -> shop.isPresent()).map(client -> {
            EmbeddingPolicy.applyAdmin(res, EmbeddingPolicy.ancestors(Platform.SHOPIFY, shop.get().name()), true);
            return pages.entrance(client);
        });
    }

    @Override
    public Optional<String> page(ServerRequest req, ServerResponse res, Problem problem) {
        String path = req.path().absolute().path();
        if (!OURS.matcher(path).matches()) {
            return Optional.empty();
        }
        Optional<String> entrance = entrance(req, res, problem, path);
        if (entrance.isPresent()) {
            return entrance;
        }
        boolean framed = res.headers().contains(HeaderNames.create("Content-Security-Policy"))
                && !path.startsWith("/admin");
        if (!framed) {
            EmbeddingPolicy.apply(res, "'none'", "'self'");
        }
        if (problem.code() == ErrorCode.NOT_SIGNED_IN && req.prologue().method().equals(Method.GET)) {
            String query = req.query().rawValue();
            return Optional.of(pages.form("sign-in", FormToken.of(req, res), Form.empty(), Map.of(
                    "next", NextPage.of(query.isEmpty() ? path : path + "?" + query), "notice", "Sign in to go on.")));
        }
        String explanation = problem.code() == ErrorCode.NOT_FOUND
                ? "There is no page at this address. It may have moved, or the link may be incomplete." : problem.detail();
        return Optional.of(pages.message(problem.code().title(), explanation, problem.code() == ErrorCode.NOT_SIGNED_IN ? "/sign-in" : "/shops",
                problem.code() == ErrorCode.NOT_SIGNED_IN ? "Sign in" : "Your shops"));
    }
}
