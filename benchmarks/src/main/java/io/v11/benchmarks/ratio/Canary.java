package io.v11.benchmarks.ratio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

import io.v11.benchmarks.setting.Cores;

/** Work that always costs the same on a quiet machine; when it costs more, the figures beside it are the machine's. */
interface Canary {
    /** Cost just now, in a unit of its own. */
    double sing();

    /** One thread: a chain of dependent multiplications, about a millisecond. Interrupted or throttled, it takes longer. */
    static Canary ofOneThread() {
        return new Canary() {
            private static final int LINKS = 500_000;
            private long state = 1;

            @Override
            public double sing() {
                long start = System.nanoTime();
                long x = state;
                for (int i = 0; i < LINKS; i++) {
                    x = x * 6364136223846793005L + 1442695040888963407L; // Knuth's MMIX generator
                }
                state = x;
                return System.nanoTime() - start;
            }
        };
    }

    /** Two threads: median round trip of a bare number between two cores. */
    static Canary ofTwoThreads(Cores cores, int core) {
        return new PingPong(cores, core);
    }

    /** The raw floor under every ring: one release store and one acquire load each way. */
    final class PingPong implements Canary {
        private static final int ROUNDS = 3000;
        private static final VarHandle PING;
        private static final VarHandle PONG;

        static {
            try {
                PING = MethodHandles.lookup().findVarHandle(PingPong.class, "ping", long.class);
                PONG = MethodHandles.lookup().findVarHandle(PingPong.class, "pong", long.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Cores cores;
        private final int core;
        private final long[] nanos = new long[ROUNDS];
        private long ping;
        private long pong;
        private volatile Throwable failure;

        PingPong(Cores cores, int core) {
            this.cores = cores;
            this.core = core;
        }

        @Override
        public double sing() {
            PING.setRelease(this, 0L);
            PONG.setRelease(this, 0L);
            failure = null;
            Thread other = new Thread(this::answer, "canary");
            other.setUncaughtExceptionHandler((thread, cause) -> failure = cause);
            other.start();
            for (long i = 1; i <= ROUNDS; i++) {
                long start = System.nanoTime();
                PING.setRelease(this, i);
                while ((long) PONG.getAcquire(this) != i) {
                    Thread.onSpinWait();
                    if (failure != null) {
                        throw new IllegalStateException("the canary's other thread died", failure);
                    }
                }
                nanos[(int) i - 1] = System.nanoTime() - start;
            }
            join(other);
            Arrays.sort(nanos);
            return nanos[ROUNDS / 2];
        }

        private static void join(Thread other) {
            try {
                other.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void answer() {
            cores.pin(core);
            for (long i = 1; i <= ROUNDS; i++) {
                while ((long) PING.getAcquire(this) != i) {
                    Thread.onSpinWait();
                }
                PONG.setRelease(this, i);
            }
        }
    }
}
