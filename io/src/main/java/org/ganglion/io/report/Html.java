package org.ganglion.io.report;

import java.util.List;
import org.ganglion.io.figure.drawing.Figure;

/** A page being written. All text that is given to it is shown as it is, whatever characters it has. */
final class Html {
    private final StringBuilder body = new StringBuilder();
    private final String title;

    Html(String title) {
        this.title = title;
    }

    /** A text with the characters replaced that mean something in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    Html title(String text) {
        return element("h1", text);
    }

    Html heading(String text) {
        return element("h2", text);
    }

    Html subheading(String text) {
        return element("h3", text);
    }

    Html paragraph(String text) {
        return element("p", text);
    }

    /** A paragraph that should not be overlooked. */
    Html warning(String text) {
        body.append("<p class=\"warning\" role=\"note\">").append(escaped(text)).append("</p>\n");
        return this;
    }

    /** What can be typed into a terminal. */
    Html command(String text) {
        body.append("<pre><code>").append(escaped(text)).append("</code></pre>\n");
        return this;
    }

    /** Long text that is shown when it is asked for. */
    Html folded(String summary, String text) {
        body.append("<details><summary>").append(escaped(summary)).append("</summary><pre><code>");
        body.append(escaped(text)).append("</code></pre></details>\n");
        return this;
    }

    private Html element(String name, String text) {
        body.append('<').append(name).append('>').append(escaped(text));
        body.append("</").append(name).append(">\n");
        return this;
    }

    /**
     * A table.
     *
     * @param words how many of the columns, from the left, are words; the others are numbers
     */
    Html table(String caption, List<String> header, List<List<String>> rows, int words) {
        body.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(caption) + "\">");
        body.append("<table><caption>").append(escaped(caption)).append("</caption><thead><tr>");
        for (int i = 0; i < header.size(); i++) {
            body.append("<th scope=\"col\"" + kind(i, words) + ">")
                    .append(escaped(header.get(i)))
                    .append("</th>");
        }
        body.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String cell = i == 0 ? "th scope=\"row\"" : "td";
                body.append("<" + cell + kind(i, words) + ">").append(escaped(row.get(i)));
                body.append(i == 0 ? "</th>" : "</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /** A long table that is shown when it is asked for. */
    Html foldedTable(String caption, List<String> header, List<List<String>> rows, int words) {
        body.append("<details><summary>").append(escaped(caption)).append("</summary>\n");
        table(caption, header, rows, words);
        body.append("</details>\n");
        return this;
    }

    private static String kind(int column, int words) {
        return column < words ? "" : " class=\"number\"";
    }

    /** Figures side by side where there is room, with one text below them. */
    Html figures(List<Figure> figures, String caption) {
        boolean wide = figures.stream().anyMatch(figure -> figure.width() > 700);
        body.append("<figure><div class=\"" + (wide ? "wide" : "charts") + "\">\n");
        figures.forEach(figure -> body.append("<div>").append(figure.element()).append("</div>\n"));
        body.append("</div><figcaption>").append(escaped(caption)).append("</figcaption></figure>\n");
        return this;
    }

    /** The whole page. */
    String page() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escaped(title)
                + "</title>\n<style>\n"
                + PageStyle.CSS + "</style>\n</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
    }
}
