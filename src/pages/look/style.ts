import { partsStyle } from './style-parts.js';
import { cardStyle } from './style-card.js';
import { resultStyle } from './style-results.js';

/** Colors, in light and in dark. Text on its ground has a contrast of 4.5 at least. */
const colors = `
:root{color-scheme:light dark;
--ground:light-dark(#f5f5f5,#141414);--sheet:light-dark(#fff,#1f1f1f);--sunk:light-dark(#fafafa,#292929);--line:light-dark(#d6d6d6,#474747);--edge:light-dark(#8a8886,#8a8886);
--text:light-dark(#1b1a19,#f3f2f1);--soft:light-dark(#5a5856,#b3b0ad);--link:light-dark(#0f5ea8,#6cb8f6);--accent:light-dark(#0f6cbd,#479ef5);
--error:light-dark(#b10e1c,#ff99a4);--error-ground:light-dark(#fdf0f1,#3b1518);--warning:light-dark(#8a3707,#fdb883);--warning-ground:light-dark(#fff6ee,#3a2210);
--note:light-dark(#115ea3,#8cc4f5);--note-ground:light-dark(#eff6fc,#12283a);--good:light-dark(#0e6b0e,#86d686);--good-ground:light-dark(#f1faf1,#10290f);
--token:light-dark(#e8f1fa,#143049);--brand:#0f6cbd;--shade:0 1px 2px #0002,0 2px 8px #0001}
:root:has(#theme option[value=light]:checked){color-scheme:light}
:root:has(#theme option[value=dark]:checked){color-scheme:dark}
`;

const ground = `
*{box-sizing:border-box}
html{font:15px/1.5 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--ground);color:var(--text);overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,ol,dl,dd,pre,figure{margin:0;padding:0}
h1{font-size:1.7rem;line-height:1.25;font-weight:600}h2{font-size:1.3rem;font-weight:600}h3{font-size:1.05rem;font-weight:600}h4{font-size:.95rem;font-weight:600}
ul,ol{list-style:none}
a{color:var(--link)}
code,pre,kbd{font:.86em/1.5 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;unicode-bidi:isolate}
bdi,b,summary,td,th,li,label{unicode-bidi:isolate}
pre{white-space:pre-wrap;background:var(--sunk);border:1px solid var(--line);border-radius:6px;padding:.7rem .8rem;max-height:32rem;overflow:auto}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
[hidden]{display:none!important}
summary{cursor:pointer}
select,input,textarea,button{font:inherit;color:inherit}
.soft{color:var(--soft)}.small{font-size:.87rem}.text{white-space:pre-line}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}.skip:focus{left:.5rem;top:.5rem;z-index:9;background:var(--sheet);padding:.4rem .8rem}
.bar{position:sticky;top:0;z-index:5;display:flex;gap:1rem;align-items:center;justify-content:space-between;flex-wrap:wrap;background:var(--sheet);border-bottom:1px solid var(--line);padding:.45rem 1.2rem;font-size:.9rem}
.bar span{color:var(--soft)}.tools{display:flex;gap:.8rem;align-items:center}
.bar button,.bar select,.copy{background:var(--sheet);border:1px solid var(--line);border-radius:4px;padding:.15rem .6rem;cursor:pointer}
.bar button:hover,.copy:hover{background:var(--sunk)}
main:focus{outline:none}
.column{max-width:74rem;margin:0 auto;padding:1.4rem 1.2rem 4rem}
.columns{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:1.6rem;max-width:96rem;margin:0 auto;padding:1.4rem 1.2rem 4rem}
.nav{position:sticky;top:4rem;align-self:start;max-height:calc(100vh - 5.5rem);overflow:auto;font-size:.9rem;padding:2px}
.nav label{display:block;margin-bottom:.6rem;color:var(--soft)}
.nav input{display:block;width:100%;background:var(--sheet);border:1px solid var(--edge);border-radius:4px;padding:.3rem .5rem;margin-top:.15rem;color:var(--text)}
.nav h2{font-size:.9rem;margin:.8rem 0 .2rem}.nav li a{display:block;padding:.16rem .5rem;border-left:2px solid transparent;color:var(--text);text-decoration:none}
.nav li a:hover{border-color:var(--accent);background:var(--sheet)}
@media(max-width:64rem){.bar{position:static}html{scroll-padding-top:.5rem}.columns{grid-template-columns:minmax(0,1fr)}.nav{position:static;max-height:14rem;background:var(--sheet);border:1px solid var(--line);border-radius:8px;padding:.7rem}}

@media print{.bar,.nav,.copy,.skip{display:none}.columns{display:block}}
`;

/** The style sheet of every page. */
export const style: string = [colors, ground, partsStyle, cardStyle, resultStyle].join('').replaceAll('\n', '');
