package com.eyewearml.server.shop;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.Problem;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The pages of a shop as HTML. Whatever a template inserts is escaped for the place it stands in. */
public final class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "com.eyewearml.server.templates");
    private final Site site;

    /** Pages that refer to those addresses. */
    public Pages(Site site) {
        this.site = site;
    }

    /** The product list. */
    public String list(ListView list) {
        return render("list.jte", Map.of("site", site, "list", list));
    }

    /** A product page. */
    public String product(ProductView product) {
        return render("product.jte", Map.of("site", site, "product", product));
    }

    /** How to choose a size. */
    public String fitGuide() {
        return render("fitguide.jte", Map.of("site", site));
    }

    /** What went wrong and where to go from here. */
    public String message(Problem problem) {
        String title = switch (problem.code()) {
            case NOT_FOUND, FRAME_NOT_FOUND, SHOP_NOT_FOUND, ASSET_NOT_FOUND -> "We looked everywhere";
            case UNAVAILABLE -> "Back in a moment";
            case INTERNAL -> "That was our fault";
            default -> problem.code().title();
        };
        String explanation = problem.code() == ErrorCode.NOT_FOUND
                ? "There is no page at this address. It may have moved, or the link may be incomplete." : problem.detail();
        return render("message.jte", Map.of("site", site, "title", title, "explanation", explanation));
    }

    private String render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        templates.render(template, parameters, html);
        return html.toString();
    }
}
