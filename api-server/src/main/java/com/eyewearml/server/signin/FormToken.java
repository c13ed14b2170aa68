package com.eyewearml.server.signin;

import com.eyewearml.server.forms.Form;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.security.Secrets;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/**
 * Proves, before there is a session, that a form comes from a page of ours: the form repeats a secret that the browser keeps in a cookie
 * which no other site can read or set. Without it another site could sign somebody in as somebody else.
 */
final class FormToken {
    private static final String COOKIE = "__Host-eyewearml-form";
    private static final int LENGTH = 43;

    private FormToken() { }

    /** What the forms of a page repeat; makes the cookie where there is none. */
    static String of(ServerRequest req, ServerResponse res) {
        return read(req).orElseGet(() -> {
            String token = Secrets.token();
            res.headers().addCookie(SetCookie.builder(COOKIE, token).path("/").secure(true).httpOnly(true)
                    .sameSite(SetCookie.SameSite.STRICT).build());
            return token;
        });
    }

    /** @throws RequestException with {@code FORGED_REQUEST} */
    static void require(ServerRequest req, String token) {
        if (read(req).filter(cookie -> Secrets.same(cookie, token)).isEmpty()) {
            throw new RequestException(ErrorCode.FORGED_REQUEST,
                    "Your browser sent no cookie with the form. Allow cookies of this site, load the page again and repeat what you did.");
        }
    }

    /** The fields of a form that comes from a page of ours. */
    static Form form(ServerRequest req) {
        Form form = Form.of(req);
        require(req, form.raw(Form.CSRF));
        return form;
    }

    private static Optional<String> read(ServerRequest req) {
        return req.headers().cookies().first(COOKIE).asOptional().filter(value -> value.length() == LENGTH);
    }
}
