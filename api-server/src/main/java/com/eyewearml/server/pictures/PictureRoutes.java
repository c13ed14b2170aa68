package com.eyewearml.server.pictures;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.assets.ContentSender;
import com.eyewearml.server.catalog.Shops;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.storage.ObjectSender;
import com.eyewearml.storage.ObjectKey;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /media/{shop}/{sha256}/640.webp}: merchants' pictures in sizes and formats for pages, for ever. */
public final class PictureRoutes {
    private static final Pattern FILE = Pattern.compile("([1-9]\\d{0,4})\\.(avif|webp|jpg)");

    private final Pictures pictures;
    private final Shops shops;
    private final ObjectSender sender;

    /** @param pictures to deliver */
    public PictureRoutes(Pictures pictures, Shops shops, ObjectSender sender) {
        this.pictures = pictures;
        this.shops = shops;
        this.sender = sender;
    }

    /** The one there is. */
    public List<Route> routes() {
        return List.of(new Route(Method.GET, "/media/{shop}/{hash}/{file}", new Access.Open("pictures that shops show; whoever knows the hash may"),
                this::read));
    }

    private void read(ServerRequest req, ServerResponse res) {
        Matcher file = FILE.matcher(req.path().pathParameters().get("file"));
        if (!file.matches()) {
            throw new RequestException(ErrorCode.ASSET_NOT_FOUND, "Pictures are named like 640.webp.");
        }
        ObjectKey source;
        try {
            source = new ObjectKey(shops.require(req.path().pathParameters().get("shop")).id(), req.path().pathParameters().get("hash"));
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.ASSET_NOT_FOUND, "The shop has no picture of this hash.");
        }
        PictureFormat format = PictureFormat.ofExtension(file.group(2)).orElseThrow();
        ObjectKey rendition = pictures.rendition(source, Integer.parseInt(file.group(1)), format);
        // Shops' own pages fetch them.
        res.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        sender.send(req, res, rendition, format.mediaType(), ContentSender.FOREVER);
    }
}
