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

    public String describe() {
        return "stage=" + stage + " sequence=" + sequence + " template=" + template + " cause=" + cause + " frame="
                + frameHex;
    }
}
