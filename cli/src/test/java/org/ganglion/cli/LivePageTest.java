package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live page of real runs in a real browser. */
@Timeout(240)
class LivePageTest {
    /** Counts pixels of the raster that are drawn in the colours of spikes. */
    private static final String SPIKES_DRAWN = """
            (function () {
              var c = document.getElementById('raster'), d = c.getContext('2d').getImageData(58, 0, c.width - 58, c.height - 24).data, n = 0;
              for (var i = 0; i < d.length; i += 4) {
                if (d[i + 3] > 200 && Math.max(d[i], d[i + 1], d[i + 2]) - Math.min(d[i], d[i + 1], d[i + 2]) > 60) { n++; }
              }
              return n;
            })()""".replace("\n", " ");

    private static Optional<Browser> started = Optional.empty();

    @TempDir
    private static Path profile;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> chromium = Browser.installed();
        Assumptions.assumeTrue(
                chromium.isPresent(), "Chromium is not installed; apt-get install chromium lets this test run");
        started = Optional.of(Browser.start(chromium.get(), profile));
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private final Browser browser = started.orElseThrow();
    private final StringWriter err = new StringWriter();
    private Optional<CompletableFuture<Integer>> running = Optional.empty();

    @BeforeEach
    void asOnADesk() throws Exception {
        browser.resize(1280, 900);
        browser.prefer("light");
    }

    /** Runs the tiny network for longer than any test waits, with a page. */
    private CompletableFuture<Integer> run(Path into) throws Exception {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> Main.execute(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "run",
                "--live",
                model.toString(),
                "--output",
                into.toString(),
                "--set",
                "simulation.duration=10000 s",
                "--set",
                "simulation.groups=2"));
        running = Optional.of(run);
        return run;
    }

    private String url(CompletableFuture<Integer> run) throws InterruptedException {
        Pattern line = Pattern.compile("live page: (http://127\\.0\\.0\\.1:\\d+/#[\\w-]{24})");
        Matcher matcher = line.matcher(err.toString());
        while (!matcher.find()) {
            assertFalse(run.isDone(), err::toString);
            Thread.sleep(20);
            matcher = line.matcher(err.toString());
        }
        return matcher.group(1);
    }

    private static String id(String id, String property) {
        return "document.getElementById('" + id + "')." + property;
    }

    private double modelMs() throws Exception {
        return Double.parseDouble(
                browser.text(id("time", "title")).replaceFirst(" ms$", "").replace(",", ""));
    }

    /** A run that a failed test left behind would go on beside the other tests. */
    @AfterEach
    void stopRun() throws Exception {
        if (running.isPresent() && !running.get().isDone()) {
            String url = url(running.get());
            HttpRequest stop = HttpRequest.newBuilder(URI.create(url.replaceFirst("#.*", "stop")))
                    .header("X-Ganglion-Token", url.replaceFirst(".*#", ""))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                client.send(stop, HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    @Test
    void aRunIsSeenPausedChangedAndStoppedFromTheKeyboard() throws Exception {
        Path into = folder.resolve("results");
        CompletableFuture<Integer> run = run(into);
        String url = url(run);
        browser.open(url);
        assertEquals("", browser.text("location.hash"), "the token leaves the address");
        browser.await(id("phase", "textContent") + " === 'running'");
        browser.await(id("rate1", "textContent") + " > 0");
        browser.await(SPIKES_DRAWN + " > 200");
        assertEquals("2", browser.text(id("groups", "childElementCount")));

        browser.press("p");
        browser.await(id("phase", "textContent") + " === 'paused'");
        double paused = modelMs();
        browser.press("s");
        String stepped = String.format(Locale.US, "%,.3f", paused + 10).replaceFirst("\\.?0+$", "");
        browser.await(id("time", "title") + " === '" + stepped + " ms'");

        assertEquals("20000", browser.text(id("knob0", "value")), "Hz, as the model has it");
        browser.text(id("knob0", "focus()") + ", " + id("knob0", "value = '0'"));
        browser.press("Enter");
        browser.await(id("notes", "textContent") + ".startsWith('stimuli.background.rate is 0 from ')");
        browser.text("document.activeElement.blur()");
        browser.press("p");
        browser.await(id("phase", "textContent") + " === 'running'");
        browser.await(id("rate1", "textContent") + " === '0'"); // nothing but the background drives it

        browser.press("x");
        browser.await(id("confirm", "open"));
        browser.press("Enter"); // the first button has the focus
        browser.await(id("phase", "textContent") + " === 'ended'");
        assertEquals(0, run.get(60, TimeUnit.SECONDS));
        assertEquals("true", Call.runJson(into, "partial"));
        String json = Files.readString(into.resolve("run.json"));
        assertTrue(json.contains("\"stimuli.background.rate\" : \"0 Hz\""), json);
        assertTrue(browser.text(id("answer", "textContent")).endsWith(into.toString()));
        assertEquals("true", browser.text(id("stop", "disabled")));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void fitsAPhoneAndTheDark() throws Exception {
        CompletableFuture<Integer> run = run(folder.resolve("results"));
        String url = url(run);
        browser.open(url.replaceFirst("#.*", "#")); // without the token
        browser.await(id("phase", "textContent") + " === 'running'");
        browser.await(id("answer", "textContent") + ".startsWith('Read only')");
        assertEquals("true", browser.text(id("stop", "disabled")));
        browser.resize(390, 844);
        browser.await("innerWidth === 390");
        assertEquals(
                "0",
                browser.text("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                "nothing to scroll to the side");
        String light = browser.text("getComputedStyle(document.body).backgroundColor");
        browser.prefer("dark");
        browser.await("matchMedia('(prefers-color-scheme: dark)').matches");
        String dark = browser.text("getComputedStyle(document.body).backgroundColor");
        assertNotEquals(light, dark);
        assertTrue(contrast() >= 4.5, "text on its ground: " + contrast());
        browser.prefer("light");
        browser.await("matchMedia('(prefers-color-scheme: light)').matches");
        assertTrue(contrast() >= 4.5, "text on its ground: " + contrast());
        assertEquals(List.of(), browser.complaints());

        browser.open(url);
        browser.await(id("stop", "disabled") + " === false");
        browser.press("x");
        browser.await(id("confirm", "open"));
        browser.press("Enter");
        assertEquals(0, run.get(60, TimeUnit.SECONDS));
    }

    /** The smallest contrast of any text on the page to what it stands on, as WCAG 2.2 defines it. */
    private double contrast() throws Exception {
        return Double.parseDouble(browser.text("""
                (function () {
                  function parts(c) { return c.match(/[\\d.]+/g).map(Number); }
                  function light(c) {
                    return parts(c).slice(0, 3).map(function (v) {
                      v /= 255;
                      return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
                    }).reduce(function (sum, v, i) { return sum + v * [0.2126, 0.7152, 0.0722][i]; }, 0);
                  }
                  function ground(e) {
                    for (; e; e = e.parentElement) {
                      var c = getComputedStyle(e).backgroundColor;
                      if (parts(c).length < 4 || parts(c)[3] > 0) { return c; }
                    }
                  }
                  var least = 99;
                  document.querySelectorAll('body *').forEach(function (e) {
                    var written = Array.from(e.childNodes).some(function (n) { return n.nodeType === 3 && n.data.trim(); });
                    if (written && e.offsetParent && e.tagName !== 'SCRIPT') {
                      var a = light(getComputedStyle(e).color), b = light(ground(e));
                      least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
                    }
                  });
                  return least;
                })()""".replace("\\", "\\\\").replace("\n", " ")));
    }
}
