package io.v11.training.backtest.page;

/** What a tear sheet needs beyond the style of every page. */
public final class TearSheetStyle {
    /** Stands inside {@code <style>} behind the style of every page. */
    public static final String TEXT = """
            :root{--gain:#2e8b57;--other:#8a4fb0;--third:#0f8b8d}
            @media (prefers-color-scheme:dark){:root{--gain:#4fbf85;--other:#b98ade;--third:#3fc1c3}}
            figure svg{max-width:100%;height:auto}figure{margin:.4em 0 1em}h3{font-size:1em;margin:1.4em 0 .3em}
            .run0,.run1,.run2,.run3,.run4,.run5{fill:none;stroke-width:1.4}.run0{stroke:var(--bar);stroke-width:2.2}.run1{stroke:var(--band)}
            .run2{stroke:var(--soft)}.run3{stroke:var(--gain)}.run4{stroke:var(--other)}.run5{stroke:var(--third);stroke-dasharray:4 2}
            .area{fill:var(--bar);fill-opacity:.18;stroke:none}.limit{stroke-dasharray:6 4;stroke-width:1.5}
            .wick{stroke:var(--soft);stroke-width:1;fill:none;stroke-opacity:.6}.body{stroke:var(--soft);stroke-width:2;fill:none}
            .buy{fill:var(--bar);stroke:var(--page);stroke-width:.6}.sell{fill:var(--band);stroke:var(--page);stroke-width:.6}
            .warnings{border-left:4px solid var(--band);background:var(--paper);padding:.5em 1em;border-radius:0 6px 6px 0}.warnings ul{margin:.2em 0;padding-left:1.2em}
            .warnings li{max-width:none}
            .heat td,.heat th{padding:.15em .5em;border:1px solid var(--page);font-size:.92em}.heat .gain{background:color-mix(in srgb,var(--bar) var(--depth),transparent)}
            .heat .loss{background:color-mix(in srgb,var(--band) var(--depth),transparent)}
            .switch input{margin:0 .3em 0 1em}.switch .log{display:none}.switch input:nth-of-type(2):checked~.log{display:block}.switch input:nth-of-type(2):checked~.lin{display:none}
            td.goal{white-space:nowrap}td.subject,th.subject{background:var(--paper);padding-left:.6em}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(30em,1fr));gap:0 2em}
            .note{max-width:none;color:var(--soft);font-size:.88em;margin:.2em 0 1em}table.trades{font-size:.8em}table.figures td:first-child{white-space:nowrap;padding-right:1.4em}
            @media print{details{display:block}body{max-width:none}}
            """;

    private TearSheetStyle() {
    }
}
