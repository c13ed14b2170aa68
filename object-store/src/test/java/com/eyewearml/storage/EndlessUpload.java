package com.eyewearml.storage;

import java.io.InputStream;
import java.nio.file.Path;

/** A process in the middle of an upload that never ends: says {@code r} once it has received something. */
final class EndlessUpload {
    private static final int BEFORE_SAYING_SO = 1 << 20;

    private EndlessUpload() { }

    /** @param args the store's folder */
    public static void main(String[] args) {
        new DirectoryStore(Path.of(args[0])).receive(new InputStream() {
            private int given;

            @Override
            public int read() {
                if (given++ == BEFORE_SAYING_SO) {
                    System.out.print('r');
                    System.out.flush();
                    while (true) {
                        java.util.concurrent.locks.LockSupport.park();
                    }
                }
                return 'x';
            }
        }, Long.MAX_VALUE);
    }
}
