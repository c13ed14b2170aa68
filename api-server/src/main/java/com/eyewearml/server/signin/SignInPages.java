package com.eyewearml.server.signin;

import com.eyewearml.server.admin.AdminFiles;
import com.eyewearml.server.forms.Form;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** Pages of signing in and of one's account. */
final class SignInPages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "com.eyewearml.server.templates");

    /**
     * A page with one form.
     *
     * @param parameters what its template asks for, besides {@code files}, {@code csrf} and {@code form}
     */
    String form(String template, String csrf, Form form, Map<String, Object> parameters) {
        HashMap<String, Object> all = new HashMap<>(parameters);
        all.put("files", AdminFiles.INSTANCE);
        all.put("csrf", csrf);
        all.put("form", form);
        StringOutput html = new StringOutput();
        templates.render("signin/" + template + ".jte", all, html);
        return html.toString();
    }

    /** A page that has Shopify's script prove who somebody is, and then shows the page that was asked for. */
    String entrance(String shopifyClientId) {
        StringOutput html = new StringOutput();
        templates.render("admin/enter.jte", Map.of("files", AdminFiles.INSTANCE, "clientId", shopifyClientId), html);
        return html.toString();
    }

    /** What happened, or what to do now, in words. */
    String message(String title, String explanation, String next, String label) {
        StringOutput html = new StringOutput();
        templates.render("signin/message.jte", Map.of("files", AdminFiles.INSTANCE, "title", title, "explanation", explanation,
                "next", next, "label", label), html);
        return html.toString();
    }
}
