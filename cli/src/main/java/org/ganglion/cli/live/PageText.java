package org.ganglion.cli.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page, and what a browser lets it do: its own script and style and nothing else, and no one to talk to but the server
 * it came from.
 *
 * @param policy value of the header {@code Content-Security-Policy}
 */
record PageText(byte[] html, String policy) {
    private static final String RESOURCE = "live.html";

    static PageText read() throws IOException {
        try (InputStream in = PageText.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing; build Ganglion anew");
            }
            byte[] html = in.readAllBytes();
            String text = new String(html, StandardCharsets.UTF_8);
            String policy = "default-src 'none'; connect-src 'self'; img-src data:; script-src '" + hash(text, "script")
                    + "'; style-src '" + hash(text, "style")
                    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return new PageText(html, policy);
        }
    }

    /** Of what stands between the tags of the one element of that name. */
    private static String hash(String html, String element) {
        String open = "<" + element + ">";
        int begin = html.indexOf(open) + open.length();
        String content = html.substring(begin, html.indexOf("</" + element + ">", begin));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
