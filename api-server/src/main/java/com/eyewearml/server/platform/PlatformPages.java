package com.eyewearml.server.platform;

import com.eyewearml.server.admin.AdminFiles;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Pages that platforms show of us before the admin: what happened, and how to go on. */
public final class PlatformPages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "com.eyewearml.server.templates");

    /**
     * What happened, in words.
     *
     * @param next where to go on; empty where there is nowhere
     */
    public String message(String title, String explanation, String next) {
        return message(title, explanation, next, "Open EyewearML");
    }

    /** Like the other, with another text on the link. */
    public String message(String title, String explanation, String next, String linkText) {
        return render("platform/message.jte", Map.of("files", AdminFiles.INSTANCE, "title", title, "explanation", explanation,
                "next", next, "linkText", linkText));
    }

    /** Asks before something is done: a form that posts to the page's own address. */
    public String confirm(String title, String explanation, String button, Map<String, String> fields) {
        return render("platform/confirm.jte", Map.of("files", AdminFiles.INSTANCE, "title", title, "explanation", explanation,
                "button", button, "fields", fields));
    }

    /** A page that has Shopify's script fetch a session token and come back with it. */
    public String bounce(String clientId) {
        return render("platform/bounce.jte", Map.of("clientId", clientId));
    }

    private String render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        templates.render(template, parameters, html);
        return html.toString();
    }
}
