package io.v11.engine.slot;

/**
 * The id that the engine gives an order: a function of the run and of the sequence of the event that caused it.
 *
 * <pre>
 *   bit 63   62 ........... 40   39 ............ 0
 *       0    run, 0 to 2^23-1    sequence, 1 to 2^40-1
 * </pre>
 *
 * One event causes at most one order, so ids are unique within a run; every run has a number of its own, so they are
 * unique over all. An order that is sent again after a crash bears the same id and the venue refuses it as a duplicate.
 * Risk and execution compute the id apart from each other and agree.
 */
public final class ClientOrderId {
    /** Bits of the sequence. */
    public static final int SEQUENCE_BITS = 40;
    /** Highest sequence that fits. */
    public static final long MAXIMUM_SEQUENCE = (1L << SEQUENCE_BITS) - 1;
    /** Highest run number that fits. */
    public static final int MAXIMUM_RUN = (1 << 23) - 1;

    private ClientOrderId() {
    }

    public static long of(int runId, long sequence) {
        checkRun(runId);
        if (sequence < 1 || sequence > MAXIMUM_SEQUENCE) {
            throw new IllegalArgumentException(
                    "sequence does not fit a client order id: sequence=" + sequence + " maximum=" + MAXIMUM_SEQUENCE);
        }
        return (long) runId << SEQUENCE_BITS | sequence;
    }

    /** Refuses a run number that does not fit; returns it otherwise. */
    public static int checkRun(int runId) {
        if (runId < 0 || runId > MAXIMUM_RUN) {
            throw new IllegalArgumentException(
                    "run id must be from 1 to " + MAXIMUM_RUN + ", is " + runId
                            + "; number the runs of a journal from 1");
        }
        return runId;
    }

    public static int runId(long clientOrderId) {
        return (int) (clientOrderId >>> SEQUENCE_BITS);
    }

    public static long sequence(long clientOrderId) {
        return clientOrderId & MAXIMUM_SEQUENCE;
    }
}
