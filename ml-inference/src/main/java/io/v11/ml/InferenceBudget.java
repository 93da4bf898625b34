package io.v11.ml;

/**
 * How long a decision may wait for its scores, kept in event time, because a stage knows no clock and a replay must leave
 * out the same models as the run. Every member has a stated cost; what is asked is work that queues up:
 *
 * <pre>
 *   delay   = max(0, freeAt - eventTime)              what earlier decisions still owe
 *   asked   = members, less the first of the order until delay + cost(asked) <= budget
 *   freeAt  = max(freeAt, eventTime) + cost(asked)
 * </pre>
 *
 * (a work-conserving single server, Lindley 1952). So freeAt never lies more than the budget after the event: the promise
 * holds by construction, as long as the stated costs are true. When not even the last member of the order fits, nothing is
 * asked. Nanoseconds. Confined to the inference thread; allocates nothing after construction.
 */
public final class InferenceBudget {
    /** Far beyond any sense, and far from overflowing a time. */
    private static final long LARGEST_NS = 3_600_000_000_000L;

    private final long budgetNs;
    private final long[] costsNs;
    private final int[] order;
    private final long totalNs;
    private long freeAtNs;

    /**
     * @param budgetNs longest time from an event to its scores
     * @param costsNs  of each member, by its position in the ensemble
     * @param order    every member's position once: the first is left out first, the last last
     */
    public InferenceBudget(long budgetNs, long[] costsNs, int[] order) {
        this.budgetNs = budgetNs;
        this.costsNs = costsNs.clone();
        this.order = order.clone();
        long total = 0L;
        for (long cost : costsNs) {
            if (!(cost >= 0L && cost <= LARGEST_NS)) {
                throw new ModelException("cost of a model must be 0 to " + LARGEST_NS + " ns, is " + cost);
            }
            total += cost;
        }
        this.totalNs = total;
        requireEveryMemberOnce();
        if (!(budgetNs > 0L && budgetNs <= LARGEST_NS)) {
            throw new ModelException("inference budget must be 1 to " + LARGEST_NS + " ns, is " + budgetNs);
        }
        long last = order.length == 0 ? 0L : costsNs[order[order.length - 1]];
        if (last > budgetNs) {
            throw new ModelException(
                    "the inference budget of " + budgetNs + " ns cannot hold the last model of the order,"
                            + " which costs " + last
                            + " ns: nothing would ever be scored; raise the budget or put a cheaper model"
                            + " last");
        }
        reset();
    }

    /** Never leaves a member out. */
    public static InferenceBudget unlimited(int members) {
        int[] order = new int[members];
        for (int i = 0; i < members; i++) {
            order[i] = i;
        }
        return new InferenceBudget(LARGEST_NS, new long[members], order);
    }

    public int members() {
        return costsNs.length;
    }

    /** Takes a decision at this time into the books; bit i of the answer: leave member i out. */
    public int leaveOut(long eventTimeNs) {
        long startNs = Math.max(freeAtNs, eventTimeNs);
        long allowedNs = budgetNs - (startNs - eventTimeNs);
        long costNs = totalNs;
        int leftOut = 0;
        for (int i = 0; i < order.length && costNs > allowedNs; i++) {
            costNs -= costsNs[order[i]];
            leftOut |= 1 << order[i];
        }
        freeAtNs = startNs + costNs;
        return leftOut;
    }

    /** How long a decision at this time would wait for the work before it. */
    public long delayNs(long eventTimeNs) {
        return Math.max(freeAtNs, eventTimeNs) - eventTimeNs;
    }

    /** Forgets the work that is queued. */
    public void reset() {
        freeAtNs = Long.MIN_VALUE;
    }

    /** Digest of what later answers depend on. */
    public long stateHash() {
        return FeatureVector.mix(budgetNs, freeAtNs);
    }

    private void requireEveryMemberOnce() {
        long seen = 0L;
        for (int member : order) {
            if (member >= 0 && member < costsNs.length) {
                seen |= 1L << member;
            }
        }
        if (order.length != costsNs.length || seen != (1L << costsNs.length) - 1L) {
            throw new ModelException("the order of degradation must name each of the " + costsNs.length
                    + " members once, is " + java.util.Arrays.toString(order));
        }
    }
}
