package io.v11.engine;

/**
 * The first thing that went wrong, with what a person needs to find it.
 *
 * @param stage    role name of the stage that threw
 * @param sequence input sequence of the event, 0 outside an event
 * @param timeNs   ingest time of the event, 0 outside an event
 * @param template template id of the event, 0 outside an event
 * @param frameHex the frame, hexadecimal
 */
public record EngineFailure(String stage, long sequence, long timeNs, int template, String frameHex, Throwable cause) {
    private static final int SHOWN = 256;

    /** One line; a long frame is cut, the whole of it is in the journal under its sequence. */
    public String describe() {
        String frame = frameHex.length() <= SHOWN ? frameHex : frameHex.substring(0, SHOWN) + "...";
        return "stage=" + stage + " sequence=" + sequence + " template=" + template + " cause=" + cause + " frame="
                + frame;
    }
}
