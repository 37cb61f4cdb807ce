package org.ganglion.io.source;

/**
 * Something in a source text that the compiler does not accept.
 *
 * @param file name of the file
 * @param line from 1; 0 where the mistake has no place
 * @param column from 1; 0 where the mistake has no place
 */
public record SourceMistake(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line + ":" + column : file) + ": " + message;
    }
}
