package com.eyewearml.server.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** Asks one server over connections that stay open, each again as soon as it was answered. */
public final class HttpLoad {
    /** What came of it; latencies in nanoseconds, sorted. */
    public record Result(double requestsPerSecond, long[] latencies) {
        /** Latency that the given share of requests did not exceed, in milliseconds. */
        public double quantileMs(double share) {
            return latencies[(int) Math.min(latencies.length - 1, Math.floor(share * latencies.length))] / 1e6;
        }
    }

    private final int port;
    private final int connections;

    public HttpLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * @param request gives the n-th request of a connection, whole
     * @throws IOException where an answer is anything but 200
     */
    public Result run(Duration duration, IntFunction<byte[]> request) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i * 1_000_000;
                clients.add(() -> client(end, first, request));
            }
            long start = System.nanoTime();
            List<Future<long[]>> done = threads.invokeAll(clients);
            double seconds = (System.nanoTime() - start) / 1e9;
            LongStream all = LongStream.empty();
            for (Future<long[]> client : done) {
                all = LongStream.concat(all, Arrays.stream(client.get()));
            }
            long[] latencies = all.sorted().toArray();
            return new Result(latencies.length / seconds, latencies);
        }
    }

    private long[] client(long end, int first, IntFunction<byte[]> request) throws IOException {
        long[] latencies = new long[1 << 16];
        int count = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            byte[] line = new byte[4096];
            while (System.nanoTime() < end) {
                byte[] bytes = request.apply(first + count);
                long start = System.nanoTime();
                out.write(bytes);
                out.flush();
                readAnswer(in, line);
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * count);
                }
                latencies[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static void readAnswer(InputStream in, byte[] line) throws IOException {
        int length = readLine(in, line);
        String status = new String(line, 0, length, StandardCharsets.US_ASCII);
        int body = -1;
        while ((length = readLine(in, line)) > 0) {
            String header = new String(line, 0, length, StandardCharsets.US_ASCII);
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                body = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (!status.startsWith("HTTP/1.1 200") || body < 0) {
            throw new IOException("answered " + status + ", body of " + body + " bytes");
        }
        in.skipNBytes(body);
    }

    private static int readLine(InputStream in, byte[] line) throws IOException {
        int length = 0;
        int c;
        while ((c = in.read()) != '\n') {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line[length++] = (byte) c;
            }
        }
        return length;
    }
}
