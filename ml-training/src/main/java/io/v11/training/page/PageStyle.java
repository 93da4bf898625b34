package io.v11.training.page;

/** The style sheet of every page: light and dark, no font and no image, so a page needs nothing beside it. */
public final class PageStyle {
    /** Stands inside {@code <style>}. */
    public static final String TEXT = """
            :root{color-scheme:light dark;--ink:#1c2330;--soft:#5b6575;--rule:#d9dee6;--paper:#f4f6f9;--page:#fff;
             --bar:#2563a8;--second:#7fa8d1;--dull:#b9c0ca;--band:#d97706;--on:#fff}
            @media (prefers-color-scheme:dark){:root{--ink:#e4e8ee;--soft:#98a3b3;--rule:#333c49;--paper:#1d232c;--page:#14181f;
             --bar:#5b9be0;--second:#3d6796;--dull:#4d5664;--band:#f0a13a;--on:#0e1116}}
            body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page);max-width:1080px;margin:2em auto;padding:0 1em}
            h1{font-size:1.7em;margin:0 0 .2em}h2{font-size:1.2em;margin:2.2em 0 .3em}
            p,li{max-width:46em}.soft,figcaption{color:var(--soft)}figure{margin:0;overflow-x:auto}
            .tiles{display:flex;flex-wrap:wrap;gap:.8em;margin:1.2em 0}
            .tile{background:var(--paper);border-radius:6px;padding:.7em 1em;min-width:7.5em}
            .tile b{display:block;font-size:1.5em;line-height:1.2}.tile span{color:var(--soft);font-size:.85em}
            table{border-collapse:collapse;font-size:.9em}th,td{padding:.25em .7em .25em 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            code{font:.92em ui-monospace,monospace}details{margin:1em 0}summary{cursor:pointer}
            svg{max-width:none;font:12px system-ui,sans-serif}svg text{fill:var(--ink)}svg .tick{fill:var(--soft);font-size:11px}svg .value{fill:var(--soft);font-size:11px}
            svg .end{text-anchor:end}svg .mid{text-anchor:middle}svg .on{fill:var(--on);font-size:11px}
            .bar{fill:var(--bar)}.second{fill:var(--second)}.dull{fill:var(--dull)}.dot{fill:var(--band)}.band{fill:var(--band);fill-opacity:.22}
            .paper{fill:var(--paper)}.empty{fill:var(--paper)}.grid{stroke:var(--rule)}.zero{stroke:var(--soft)}.whisker{stroke:var(--ink)}
            .outline{fill:none;stroke:var(--band)}.limit{stroke:var(--band);stroke-width:2}
            .shade0{fill:var(--bar);fill-opacity:.15}.shade1{fill:var(--bar);fill-opacity:.35}.shade2{fill:var(--bar);fill-opacity:.65}.shade3{fill:var(--bar)}
            .plots{display:flex;flex-wrap:wrap;gap:1.2em 2em;margin:1em 0}.plots figcaption{max-width:26em;font-size:.88em}
            .curve{fill:none;stroke:var(--bar);stroke-width:1.6}.curve2{fill:none;stroke:var(--band);stroke-width:1.6}.guide{stroke:var(--soft);stroke-dasharray:4 3}
            .majority{stroke:var(--soft);stroke-width:1.5}.rule{stroke:var(--band);stroke-width:1.5;stroke-dasharray:5 3}
            .good{color:var(--bar);font-weight:600}.bad{color:var(--band);font-weight:600}.wide{overflow-x:auto}body.broad{max-width:1400px}a{color:var(--bar)}summary{font-weight:600}
            """;

    private PageStyle() {
    }
}
