package org.ganglion.network.spec;

/** Where numbers of a description stand that may be many: in the description itself, or in a file of their own. */
public sealed interface Origin {
    Origin INLINE = new Inline();

    /** In the description. */
    record Inline() implements Origin {}

    /** In a file, which must not change. */
    record File(DescribedFile file) implements Origin {}
}
