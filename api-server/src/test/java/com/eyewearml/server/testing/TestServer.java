package com.eyewearml.server.testing;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Gate;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.access.RouteTable;
import com.eyewearml.server.http.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Some routes on a real server, with the errors of the whole one. */
public final class TestServer implements AutoCloseable {
    private final WebServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestServer(WebServer server) {
        this.server = server;
    }

    /** @param checks gives for a rule what throws where a request does not satisfy it */
    public static TestServer start(List<Route> routes, Function<Access, Consumer<ServerRequest>> checks) {
        return start(routes, (Gate) (route, req, res) -> checks.apply(route.access()).accept(req));
    }

    /** Behind that gate. */
    public static TestServer start(List<Route> routes, Gate gate) {
        return new TestServer(WebServer.builder().host("127.0.0.1").port(0).shutdownHook(false).routing(routing -> {
            new ErrorHandling(problem -> problem.code() + ": " + problem.detail()).register(routing);
            new RouteTable(routes).register(routing, gate);
        }).build().start());
    }

    /** Where it answers, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Asks and waits for the answer. */
    public HttpResponse<String> send(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop();
        client.close();
    }
}
