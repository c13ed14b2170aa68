package com.eyewearml.server.admin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Products of a shop, with their frames and gaps. */
final class ProductRoutes {
    private static final Access READ = new Access.Member(Permission.READ_CATALOGUE);
    private final AdminServices services;
    private final Desk desk;

    ProductRoutes(AdminServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/admin/{shop}/products", READ, this::list),
                new Route(Method.GET, "/admin/{shop}/products/{product}", READ, this::show));
    }

    private void list(ServerRequest req, ServerResponse res) {
        ProductQuery query = ProductQuery.of(req.query());
        ProductList list = services.database().inShop(Desk.principal(req).shop().id(), db -> ProductList.read(db, query));
        desk.page(req, res, Status.OK_200, "products", Desk.frame(req, "products"), Map.of("list", list));
    }

    private void show(ServerRequest req, ServerResponse res) {
        Shop shop = Desk.principal(req).shop();
        UUID id = id(req.path().pathParameters().get("product"));
        ProductDetail product = services.database().inShop(shop.id(), db -> ProductDetail.read(db, shop, id)).orElseThrow(ProductRoutes::gone);
        String notice = switch (req.query().first("done").orElse("")) {
            case "linked" -> "Linked. Shoppers can try this variant on within half a minute.";
            case "unlinked" -> "The link is removed.";
            default -> "";
        };
        desk.page(req, res, Status.OK_200, "product", Desk.frame(req, "products").saying(notice), Map.of("product", product,
                "frames", services.frames().frames().list(shop.id())));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw gone();
        }
    }

    private static RequestException gone() {
        return new RequestException(ErrorCode.NOT_FOUND, "The store has no such product, or no longer. Look in the list.");
    }
}
