package io.v11.engine.execution;

/**
 * Where an order stands, as far as the engine has been told.
 *
 * <pre>
 *   PENDING_NEW --ack--> WORKING --fill--> PARTIALLY_FILLED --fill--> FILLED
 *        |                  |                     |
 *        |                  '------cancel asked---+--> PENDING_CANCEL --> CANCELLED | FILLED
 *        '--reject--> REJECTED                    '--> CANCELLED (by the venue itself)
 * </pre>
 *
 * Reports may overtake one another, so a fill may come before the acknowledgement and after a cancel was asked for.
 */
enum OrderState {
    PENDING_NEW, WORKING, PARTIALLY_FILLED, PENDING_CANCEL, FILLED, CANCELLED, REJECTED;

    boolean ended() {
        return this == FILLED || this == CANCELLED || this == REJECTED;
    }

    /** Whether the venue or the engine may move an order from here to there. */
    boolean leadsTo(OrderState next) {
        return switch (this) {
            case PENDING_NEW -> next != PENDING_NEW;
            case WORKING, PARTIALLY_FILLED -> next == PARTIALLY_FILLED || next == PENDING_CANCEL || next == FILLED
                    || next == CANCELLED;
            case PENDING_CANCEL -> next == PENDING_CANCEL || next.ended();
            case FILLED, CANCELLED, REJECTED -> false;
        };
    }
}
