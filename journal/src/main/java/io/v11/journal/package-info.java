/**
 * The journal: every event that the engine took in or concluded, in the order in which it happened, on disk.
 *
 * <pre>
 *   run folder                 log folder                        record (one Chronicle Wire document)
 *     input/    a log            19700101F.cq4   part 1            magic  version  type  length  recordNumber
 *     derived/  a log            19700102F.cq4   part 2, ...       event bytes (an SBE frame, see docs/events.md)
 *                                metadata.cq4t   Chronicle's own   CRC32C of all that stands before
 *                                high-water      what was acknowledged
 *                                writer.lock     one writer at a time
 * </pre>
 *
 * A log is a Chronicle Queue. Its parts are named as days, counted from 1970-01-01, because that is how Chronicle names
 * them; they count parts, not days, so that no wall clock is read and a log does not roll while it is being written.
 * Chronicle has no checksum of its own and reads a zeroed page as the end of the queue, so each record carries
 * its number and a CRC32C, every 1,024th is followed by a link of a hash chain, and the high-water mark says on its own how
 * far the log must reach. {@link io.v11.journal.JournalWriter#open} has no other way to start than to verify all of it.
 *
 * <p>This is the only package that knows Chronicle and OpenHFT.
 */
package io.v11.journal;
