package io.v11.engine;

import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;

/**
 * Brings the engine down after its first failure, in this order: every engine thread ends and the logs are flushed, then
 * the open orders are cancelled at the venue. The order matters: a thread that still ran could send a new order behind
 * the cancel. On ring threads it waits on a thread of its own; inline the publisher calls {@link #bringDown()}.
 */
final class Supervisor {
    private final FailureLatch failure;
    private final Runner runner;
    private final LongConsumer cancelOrders;
    private final CountDownLatch down = new CountDownLatch(1);
    private boolean begun;

    /** @param cancelOrders sends a cancel of all orders, given the event time of the failure */
    Supervisor(FailureLatch failure, Runner runner, LongConsumer cancelOrders) {
        this.failure = failure;
        this.runner = runner;
        this.cancelOrders = cancelOrders;
    }

    void watch() {
        Thread thread = new Thread(this::awaitFailure, "supervisor");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitFailure() {
        try {
            failure.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (failure.tripped()) {
            bringDown();
        }
    }

    void bringDown() {
        synchronized (this) {
            if (begun) {
                return;
            }
            begun = true;
        }
        try {
            runner.close();
        } finally {
            cancelOrders.accept(failure.failure().timeNs());
            down.countDown();
        }
    }

    /** Waits until the engine is down; only meaningful after a failure. */
    void awaitDown() {
        try {
            down.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
