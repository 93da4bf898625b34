package io.v11.binance;

/** A message that is not what the venue documents; says what was expected, what was found, and at which byte. */
public final class MalformedMessageException extends RuntimeException {
    /** @param position byte within the message, from 0 */
    public MalformedMessageException(String what, int position) {
        super(what + " at byte " + position);
    }
}
