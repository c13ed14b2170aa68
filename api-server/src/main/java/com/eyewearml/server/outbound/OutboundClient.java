package com.eyewearml.server.outbound;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks other servers, among them hosts that merchants named. It follows no redirect, keeps no cookie, and gives up on servers that are
 * slow or answer without end. Safe for use by many threads.
 */
public final class OutboundClient implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);
    private static final int CONNECTIONS_PER_HOST = 4;
    private static final int CONNECTIONS = 100;

    private final CloseableHttpClient client;
    private final Duration total;

    private OutboundClient(PoolingHttpClientConnectionManagerBuilder connections, Duration total) {
        this.total = total;
        this.client = HttpClients.custom()
                .setConnectionManager(connections
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(SILENCE).build())
                        .setMaxConnPerRoute(CONNECTIONS_PER_HOST).setMaxConnTotal(CONNECTIONS).build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(SILENCE).setConnectionRequestTimeout(SILENCE).build())
                .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries()
                .setUserAgent("EyewearML")
                .build();
    }

    /** Goes to public addresses only. */
    public static OutboundClient ofInternet() {
        return new OutboundClient(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new PublicResolver()),
                Duration.ofSeconds(10));
    }

    /** Goes where those connections go; for tests, whose servers are on this machine. */
    static OutboundClient over(PoolingHttpClientConnectionManagerBuilder connections, Duration total) {
        return new OutboundClient(connections, total);
    }

    /**
     * Asks once.
     *
     * @param headers  of the request
     * @param body     to send; its type is in the headers
     * @param maxBytes of the answer's body
     * @throws OutboundException where there is no whole answer within the time and size
     */
    public OutboundResponse send(String method, URI address, Map<String, String> headers, Optional<byte[]> body, int maxBytes) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        headers.forEach(request::setHeader);
        body.ifPresent(bytes -> request.setEntity(new ByteArrayEntity(bytes, contentType(headers))));
        Thread alarm = Thread.ofVirtual().start(() -> abortAfter(request));
        try {
            return client.execute(request, response -> read(response, maxBytes));
        } catch (IOException e) {
            throw new OutboundException(address.getHost() + " gave no usable answer", e);
        } finally {
            alarm.interrupt();
        }
    }

    private static ContentType contentType(Map<String, String> headers) {
        return headers.containsKey("Content-Type") ? ContentType.parse(headers.get("Content-Type")) : null;
    }

    private void abortAfter(HttpUriRequestBase request) {
        try {
            TimeUnit.MILLISECONDS.sleep(total.toMillis());
            request.abort();
        } catch (InterruptedException e) {
            // Answered in time.
            Thread.currentThread().interrupt();
        }
    }

    private static OutboundResponse read(ClassicHttpResponse response, int maxBytes) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        return new OutboundResponse(response.getCode(), headers, entity == null ? new byte[0] : bytes(entity, maxBytes));
    }

    private static byte[] bytes(HttpEntity entity, int maxBytes) throws IOException {
        // Not closed here: that would read an endless answer to its end.
        byte[] bytes = entity.getContent().readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new IOException("the answer is larger than " + maxBytes + " bytes");
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new OutboundException("connections cannot be closed", e);
        }
    }
}
