package io.v11.training.page;

import java.util.Map;

/** Something that is no record and still has parts to be written. */
public interface Described {
    /** Name and value, in the order in which they are read; values as {@link RecordJson} takes them. */
    Map<String, Object> parts();
}
