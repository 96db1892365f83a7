/** The look of the page: light and dark, on paper, and on a narrow screen. Colours never speak alone. */
export const style = `
:root { color-scheme: light dark; --page: #f6f8fa; --card: #fff; --ink: #1f2328; --faint: #59636e; --line: #d1d9e0;
  --good: #1a7f37; --good-soft: #dafbe1; --warn: #9a6700; --warn-soft: #fff8c5; --bad: #d1242f; --bad-soft: #ffebe9;
  --accent: #0969da; --code: #eff2f5 }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --card: #151b23; --ink: #e6edf3; --faint: #9198a1;
  --line: #3d444d; --good: #3fb950; --good-soft: #12261e; --warn: #d29922; --warn-soft: #272115; --bad: #ff7b72;
  --bad-soft: #2d1517; --accent: #4493f8; --code: #212830 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
main, body > header, body > footer { max-width: 1080px; margin: 0 auto; padding: 0 24px }
body > header { padding-top: 40px }
h1 { margin: 0; font-size: 28px; line-height: 1.25 }
h2 { margin: 48px 0 12px; font-size: 21px }
h3 { margin: 24px 0 8px; font-size: 16px }
p { margin: 6px 0 }
a { color: var(--accent) }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
code { padding: 1px 5px; border-radius: 5px; background: var(--code);
  font: 0.88em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace }
.place { background: none; padding: 0; color: var(--accent) }
.faint { color: var(--faint) }
.good { color: var(--good) } .warn { color: var(--warn) } .bad { color: var(--bad) }
.verdict { margin: 24px 0 0; padding: 14px 18px; border: 1px solid var(--line); border-left: 5px solid var(--faint);
  border-radius: 8px; background: var(--card) }
.verdict strong { font-size: 17px }
.verdict.passed { border-left-color: var(--good); background: var(--good-soft) }
.verdict.failed, .verdict.incomplete { border-left-color: var(--bad); background: var(--bad-soft) }
.card { margin: 12px 0; padding: 16px 20px; border: 1px solid var(--line); border-radius: 8px; background: var(--card) }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); gap: 16px }
.cards .card { margin: 0 }
.card > h3 { margin-top: 0 }
.card h3 a { color: inherit; text-decoration: none } .card h3 a:hover { text-decoration: underline }
.ladder { display: flex; margin: 18px 0 14px; padding: 0; list-style: none }
.ladder li { position: relative; flex: 1; padding-top: 26px; text-align: center; font-size: 13px; color: var(--faint) }
.ladder li::before { content: ""; position: absolute; top: 9px; left: -50%; width: 100%; height: 3px; background: var(--line) }
.ladder li:first-child::before { display: none }
.ladder .mark { position: absolute; top: 0; left: 50%; z-index: 1; width: 21px; height: 21px; margin-left: -10px;
  border: 3px solid var(--line); border-radius: 50%; background: var(--card); font-size: 11px; line-height: 15px }
.ladder .done::before, .ladder .done .mark { background: var(--good); border-color: var(--good) }
.ladder .done .mark { color: var(--card) }
.ladder .begun .mark { border-color: var(--warn); background: linear-gradient(90deg, var(--warn) 50%, var(--card) 50%) }
.ladder .maybe .mark { border-color: var(--warn); color: var(--warn); font-weight: 700 }
.ladder [aria-current] { color: var(--ink); font-weight: 600 }
.ladder .goal { display: block; font-weight: 600; color: var(--accent) }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card) }
table { width: 100%; border-collapse: collapse }
th, td { padding: 7px 14px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: normal }
td { overflow-wrap: anywhere; min-width: 7em }
tbody:last-child tr:last-child > * { border-bottom: 0 }
thead th { font-size: 13px; color: var(--faint) }
tbody th { font-weight: 400 }
th.stage { background: var(--page); font-weight: 600 }
td a { color: inherit; text-decoration: none } td a:hover { text-decoration: underline }
ul.plain { margin: 0; padding: 0; list-style: none } ul.plain > li { margin: 6px 0; padding-left: 20px; text-indent: -20px }
ul.plain > li > * { text-indent: 0 }
ul.under { margin: 4px 0; padding-left: 0; list-style: none } ul.under > li { margin: 2px 0 }
ol { margin: 8px 0; padding-left: 22px } ol > li { margin: 8px 0; padding-left: 4px }
details { margin: 8px 0; border: 1px solid var(--line); border-radius: 8px; background: var(--card) }
summary { padding: 9px 16px; cursor: pointer } details > div { padding: 2px 16px 12px 34px }
.part { margin: 8px 0; padding-left: 20px } .part > .mark { float: left; width: 20px; margin-left: -20px }
.fix::before { content: "Fix: "; font-weight: 600 }
body > footer { margin-top: 56px; padding-top: 16px; padding-bottom: 40px; color: var(--faint); font-size: 13px }
.skip { position: absolute; left: -999px } .skip:focus { left: 24px; top: 8px }
@media (max-width: 640px) { .ladder .name { display: none } .ladder [aria-current] .name { display: inline } }
@media print { body { background: none } .card, details, .scroll { break-inside: avoid } .skip { display: none } }
`;
