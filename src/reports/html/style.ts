/** Colours are named once for a light and once for a dark page, each with a contrast of at least 4.5 to 1 to its ground. */
const light =
  '--ground:#fff;--raised:#f6f7f9;--ink:#1c2127;--soft:#555e69;--line:#d8dde3;--link:#0b57b0;--good:#1a6b35;--bad:#b3261e;--warn:#8a5200;--calm:#3b5bdb;--mark:#fff0a8;--mark-ink:#1c2127;--actual:#0b57b0;--target:#b34700;--estimate:#6b3fa0';
const dark =
  '--ground:#14171b;--raised:#1d2126;--ink:#e7eaee;--soft:#a4adb8;--line:#363d46;--link:#82b5ff;--good:#6fd08c;--bad:#ff8a80;--warn:#f2b45c;--calm:#9db1ff;--mark:#5c4d00;--mark-ink:#fff6cf;--actual:#82b5ff;--target:#ffa366;--estimate:#c9a6ff';

/** Records and claims above, the five verdicts below. */
const twoRowsOfTiles =
  '.tiles{grid-template-columns:repeat(10,minmax(0,1fr))}.tiles div{grid-column:span 2}.tiles div:nth-child(-n+2){grid-column:span 5}';

/** Where there is little room, the signs of the verdicts stand alone above their columns; the totals have the words beside them. */
const signsAlone =
  '.index .word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.index .num{padding-left:.4rem;padding-right:.25rem}';

/** The style of the page; shapes and words say all that colours say. */
export const style = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
footer{padding-top:1rem;padding-bottom:2.5rem;color:var(--soft);font-size:.875rem;border-top:1px solid var(--line);margin-top:3rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
:target{scroll-margin-top:1rem}
.claim:target{background:var(--raised)}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h1,h2,h3,h4,h5,p,ul,dl,figure,blockquote{margin:0;padding:0}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 1rem;padding-bottom:.4rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.25rem;line-height:1.3}
h4{font-size:.8125rem;text-transform:uppercase;letter-spacing:.07em;color:var(--soft);margin:1.5rem 0 .5rem}
h5{font-size:1rem;font-weight:500;line-height:1.35}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
cite{font-style:normal}
ul{list-style:none}
.lead,.facts,.counts,.note,.derived{color:var(--soft);font-size:.9375rem}
.lead{margin-top:.5rem}
.tiles{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:.75rem}
.tiles div{display:flex;flex-direction:column-reverse;justify-content:flex-end;background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:.75rem}
.tiles dt{color:var(--soft);font-size:.9375rem}
.tiles dd{margin:0;font-size:1.75rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums}
.bar{display:block;width:100%;height:1rem;margin:1.25rem 0 .5rem;border-radius:.25rem}
.bar .supported,.bar .good{fill:var(--good)}.bar .refuted{fill:var(--bad)}.bar .not-found{fill:var(--warn)}.bar .accepted{fill:var(--calm)}.bar .unchecked{fill:var(--soft)}
.supported{color:var(--good)}.refuted,.error b{color:var(--bad)}.not-found,.warning b{color:var(--warn)}.accepted,.accepted-for b,.info b{color:var(--calm)}.unchecked{color:var(--soft)}
.only{display:inline-flex;gap:.5rem;align-items:center;margin:.25rem 0 1rem;font-size:.9375rem;cursor:pointer}
.only input{width:1.1rem;height:1.1rem;margin:0;accent-color:var(--link)}
body:has(#only:checked) .clean{display:none}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
td a,tbody th a,.indicator td{overflow-wrap:anywhere}
.indicator td:nth-child(-n+3){min-width:4.25rem}
.indicator td>span{white-space:nowrap}
thead th{font-size:.8125rem;font-weight:600;color:var(--soft);vertical-align:bottom}
tbody th{font-weight:500}
.num{text-align:right;padding-left:.75rem}
.date{white-space:nowrap}
.index tbody th{min-width:9rem}
.zero{color:var(--soft);font-weight:400}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-bottom:1rem;font-size:.9375rem}
.legend .key{width:1.1rem;height:1.1rem;vertical-align:-.2rem}
.indicator{margin-bottom:2.5rem}
.indicator .sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.5rem 2.5rem;align-items:start}
.whole .indicator .sides{grid-template-columns:minmax(0,1fr)}
.beside{margin:.5rem 0;border-left:4px solid var(--target);padding-left:.75rem}
.chart{width:100%;max-width:36rem;height:auto;font-family:inherit}
.chart text{fill:var(--ink)}
.chart .tick{fill:var(--soft);font-size:14px}
.chart .value{font-size:15px;font-weight:600;paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
.grid{stroke:var(--line);stroke-width:1}
.line{fill:none;stroke:var(--actual);stroke-width:2.5}
.actual{fill:var(--actual);stroke:var(--ground);stroke-width:1.5}
.target{fill:var(--ground);stroke:var(--target);stroke-width:2.5}
.estimate{fill:var(--ground);stroke:var(--estimate);stroke-width:2.5}
.toward{fill:none;stroke:var(--target);stroke-width:1.75;stroke-dasharray:5 4}
.range{fill:none;stroke:var(--soft);stroke-width:1.75}
.denied{fill:none;stroke:var(--bad);stroke-width:2.5}
.record{margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid var(--line)}
.record:first-of-type{border-top:0;padding-top:0}
.tally{margin-top:.35rem;font-weight:500}
.agencies li{margin-bottom:.35rem}
.sources li{margin-bottom:1rem}
.strip{display:block;width:100%;height:2.25rem;margin:.6rem 0 .1rem}
.ground{fill:var(--raised);stroke:var(--line);stroke-width:1}
.strip .claimed,.key .claimed{fill:var(--good)}.strip .ignored,.key .ignored{fill:var(--soft)}.strip .unclaimed,.key .unclaimed{fill:var(--target)}
.counts .key{width:.9rem;height:1.1rem;vertical-align:-.2rem}
details{margin-top:.25rem;font-size:.9375rem}
summary{cursor:pointer;color:var(--link)}
.claim{display:grid;grid-template-columns:minmax(14rem,1fr) minmax(0,2.2fr);gap:.5rem 2rem;padding:1rem 0;border-top:1px solid var(--line)}
.what .value{font-size:1.25rem;font-weight:650;line-height:1.3;margin-top:.15rem;color:var(--ink)}
.what{border-left:4px solid;padding-left:.75rem}
.what>h5{color:var(--ink)}
.what>.facts{color:var(--soft)}
.verdict{font-size:.9375rem;font-weight:600;margin-top:.25rem}
.why{color:var(--ink)}
.findings li,.accepted-for li{margin-bottom:.5rem}
.record>.findings{margin-top:.75rem}
.accepted-for{margin-top:.5rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem 1.5rem}
blockquote{font:1.0625rem/1.55 Georgia,"Noto Serif","Noto Serif CJK SC","Songti SC",SimSun,serif;color:var(--ink)}
blockquote:lang(zh),blockquote:lang(ja){font-size:1rem}
.by{font:.875rem system-ui,sans-serif;color:var(--soft)}
mark{background:var(--mark);color:var(--mark-ink);padding:.05em .15em;border-radius:.15em;font-weight:600}
figcaption{color:var(--soft);font-size:.875rem;margin-top:.35rem}
figcaption strong{color:var(--ink)}
.note,.derived{margin-top:.5rem}
.up{margin-top:1rem;font-size:.875rem}
@media (max-width:64rem){${twoRowsOfTiles}}
@media (max-width:46rem){header{padding-top:1.5rem}h1{font-size:1.6rem}.claim,.indicator .sides{grid-template-columns:minmax(0,1fr)}.place,.date{display:none}th,td{padding-right:.4rem}.tiles{grid-template-columns:repeat(2,minmax(0,1fr))}.tiles div,.tiles div:nth-child(-n+2){grid-column:auto}.tiles div:last-child{grid-column:1/-1}${signsAlone}.index tbody th{min-width:8rem}}
@media print{:root{--ground:#fff;--raised:#fff;--ink:#000;--soft:#444;--line:#bbb;--link:#000;--good:#1a6b35;--bad:#b3261e;--warn:#8a5200;--calm:#3b5bdb;--mark:#fff0a8;--mark-ink:#000;--actual:#0b57b0;--target:#b34700;--estimate:#6b3fa0}
@page{margin:18mm 15mm}
html{font-size:9.5pt}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding:0}
.skip,.only,.up,summary{display:none}
mark{outline:1px solid}
h2,h3,h4,h5{break-after:avoid}
.claim,figure,tr,.indicator{break-inside:avoid}
.claim{grid-template-columns:1fr 2fr;gap:.5rem 1.25rem;padding:.6rem 0}
.sources a[href^=http]::after{content:" <" attr(href) ">";color:var(--soft);font-size:.85em}
.wide{overflow:visible}
${twoRowsOfTiles}${signsAlone}
.tiles div:last-child{grid-column:span 2}}
`
  .trim()
  .replaceAll('\n', '');

/**
 * The same in an editor, whose theme is on the body as a class and in variables: its ground, ink and links are those of
 * the theme, and with high contrast every line and frame is its frame.
 */
export const editorStyle = `${style}
body:where(.vscode-dark,.vscode-high-contrast){color-scheme:dark;${dark}}
body:where(.vscode-light,.vscode-high-contrast-light){color-scheme:light;${light}}
body[class]{--ground:var(--vscode-editor-background);--ink:var(--vscode-editor-foreground);--link:var(--vscode-textLink-foreground);--soft:color-mix(in srgb,var(--ink) 78%,var(--ground));--raised:color-mix(in srgb,var(--ink) 5%,var(--ground));--line:color-mix(in srgb,var(--ink) 20%,var(--ground));padding:0;font-family:var(--vscode-font-family),sans-serif}
body.vscode-high-contrast{--soft:var(--ink);--raised:var(--ground);--line:var(--vscode-contrastBorder)}
.vscode-high-contrast mark{outline:1px solid}
:focus-visible{outline-color:var(--vscode-focusBorder)}
code,blockquote{background:none;border:0;padding:0}
header{padding-top:1.25rem}
h1{font-size:1.6rem}`.replaceAll('\n', '');
