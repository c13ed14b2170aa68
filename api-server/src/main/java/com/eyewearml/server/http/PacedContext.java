package com.eyewearml.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The context of a connection, with reading and writing told to the {@link PacedConnection}. */
final class PacedContext implements ConnectionContext {
    private final ConnectionContext context;
    private final DataReader reader;
    private final DataWriter writer;

    PacedContext(ConnectionContext context, PacedConnection connection) {
        this.context = context;
        DataReader socket = context.dataReader();
        this.reader = new DataReader(() -> {
            connection.beginReading();
            socket.ensureAvailable();
            byte[] bytes = socket.readBytes(socket.available());
            connection.endReading(bytes.length);
            return bytes;
        });
        this.writer = new Writer(context.dataWriter(), connection);
    }

    @Override
    public ListenerContext listenerContext() {
        return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return context.executor();
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public Router router() {
        return context.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return context.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return context.localPeer();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String socketId() {
        return context.socketId();
    }

    @Override
    public String childSocketId() {
        return context.childSocketId();
    }

    private record Writer(DataWriter socket, PacedConnection connection) implements DataWriter {
        private void timed(int bytes, Runnable write) {
            connection.beginWriting(bytes);
            try {
                write.run();
            } finally {
                connection.endWriting();
            }
        }

        private static int size(BufferData... buffers) {
            int bytes = 0;
            for (BufferData buffer : buffers) {
                bytes += buffer.available();
            }
            return bytes;
        }

        @Override
        public void write(BufferData... buffers) {
            timed(size(buffers), () -> socket.write(buffers));
        }

        @Override
        public void write(BufferData buffer) {
            timed(buffer.available(), () -> socket.write(buffer));
        }

        @Override
        public void writeNow(BufferData... buffers) {
            timed(size(buffers), () -> socket.writeNow(buffers));
        }

        @Override
        public void writeNow(BufferData buffer) {
            timed(buffer.available(), () -> socket.writeNow(buffer));
        }

        @Override
        public void flush() {
            socket.flush();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
