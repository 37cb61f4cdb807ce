package org.ganglion.io.report;

/** How pages look: on wide and narrow screens, in the light and in the dark. */
final class PageStyle {
    static final String CSS = """
            :root {
              --paper: #ffffff; --ink: #22282f; --faint: #5d6772; --grid: #e6e9ec; --frame: #b9c0c7;
              --raised: #f5f7f9; --warn: #fff3d6;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #14181d; --ink: #e4e8ec; --faint: #9aa5b0; --grid: #2a3138; --frame: #4b555f;
                --raised: #1c2228; --warn: #43371a;
              }
              svg { filter: brightness(1.4); }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
            main { max-width: 1080px; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.7rem; line-height: 1.2; margin: .5rem 0; }
            h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--frame); }
            h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
            p { margin: .5rem 0; max-width: 70ch; }
            .warning { background: var(--warn); padding: .6rem .8rem; border-radius: .4rem; }
            figure { margin: 1rem 0; }
            figcaption { color: var(--faint); font-size: .9rem; max-width: 80ch; }
            .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 1rem; }
            .charts > div { max-width: 640px; }
            .wide { overflow-x: auto; }
            .wide svg { min-width: 640px; }
            svg { display: block; width: 100%; height: auto; }
            svg .hint:hover { filter: brightness(1.25); stroke-width: 4; }
            .table { overflow-x: auto; margin: .8rem 0; }
            table { border-collapse: collapse; font-size: .92rem; }
            caption { text-align: left; color: var(--faint); padding-bottom: .3rem; max-width: calc(100vw - 2rem); }
            th, td { text-align: left; padding: .25rem .8rem .25rem 0; vertical-align: top;
              border-bottom: 1px solid var(--grid); }
            th[scope=row] { font-weight: 600; }
            thead th { color: var(--faint); font-weight: 600; white-space: nowrap; }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            pre { background: var(--raised); padding: .7rem; border-radius: .4rem; overflow-x: auto; font-size: .85rem; }
            details { margin: .8rem 0; }
            @media (max-width: 480px) { main { padding: .7rem; } h1 { font-size: 1.35rem; } }
            @media print { .wide svg { min-width: 0; } pre { white-space: pre-wrap; } }
            """;

    private PageStyle() {}
}
