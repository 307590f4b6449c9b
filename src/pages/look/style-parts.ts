/** Sheets, tables, badges, findings: what several pages are made of. */
export const partsStyle = `
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:8px;padding:1.1rem 1.3rem;margin-bottom:1.1rem}
.sheet>h2{margin-bottom:.7rem}section>h2{margin:1.3rem 0 .6rem}section.sheet>h2{margin-top:0}.sheet>h3{margin:1.1rem 0 .5rem}
.head{display:flex;gap:1.1rem;align-items:flex-start;border-top:4px solid var(--brand)}
.head>div:last-child{min-width:0;flex:1;display:grid;gap:.5rem}
@media(max-width:40rem){.head{display:block}.head>.icon{margin-bottom:.7rem}}
.icon{flex:none;width:3.4rem;height:3.4rem;border-radius:8px;background:var(--brand);color:var(--on-brand,#fff);display:grid;place-items:center;font-size:1.6rem;font-weight:600;overflow:hidden}
.icon img{width:100%;height:100%;object-fit:contain}
.icon.s{width:1.7rem;height:1.7rem;border-radius:4px;font-size:.9rem}
.facts{display:flex;flex-wrap:wrap;gap:.35rem 1.6rem;font-size:.9rem}
.facts div{display:flex;gap:.4rem}.facts dt{color:var(--soft);white-space:nowrap}.facts dd{font-weight:500;min-width:0}
.badge{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:0 .55rem;font-size:.78rem;line-height:1.5;white-space:nowrap;color:var(--soft);background:var(--sheet)}
.badge.error,.sev.error{color:var(--error);background:var(--error-ground);border-color:currentcolor}
.badge.warning,.sev.warning{color:var(--warning);background:var(--warning-ground);border-color:currentcolor}
.badge.note,.sev.note{color:var(--note);background:var(--note-ground);border-color:currentcolor}
.badge.good{color:var(--good);background:var(--good-ground);border-color:currentcolor}
.badge.kind{color:var(--text)}
.table{overflow-x:auto;border:1px solid var(--line);border-radius:6px;margin:.4rem 0 .9rem}
table{border-collapse:collapse;width:100%;font-size:.88rem}
th,td{text-align:left;vertical-align:top;padding:.38rem .7rem;border-top:1px solid var(--line)}
thead th{border-top:0;background:var(--sunk);font-weight:600;white-space:nowrap}
tbody th{font-weight:500;min-width:9rem}td:last-child:not(.n){min-width:14rem}td{min-width:4.5rem}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.findings{display:grid;gap:.4rem;margin:.5rem 0}
.finding{border-left:3px solid var(--line);border-radius:0 4px 4px 0;background:var(--sunk);padding:.35rem .7rem;font-size:.89rem}
.finding.error{border-color:var(--error);background:var(--error-ground)}.finding.warning{border-color:var(--warning);background:var(--warning-ground)}.finding.note{border-color:var(--note);background:var(--note-ground)}
.finding b{margin-right:.35rem}.finding.error b{color:var(--error)}.finding.warning b{color:var(--warning)}.finding.note b{color:var(--note)}
.finding p{font-size:.93em;margin:.15rem 0 .1rem 1.1rem}.finding>summary code{color:var(--soft)}
.fold{border:1px solid var(--line);border-radius:6px;margin:.6rem 0;background:var(--sheet)}
.fold>summary{padding:.42rem .8rem;font-weight:500}.fold[open]>summary{border-bottom:1px solid var(--line)}
.fold>div{padding:.7rem .8rem}
.copy{opacity:0;margin-left:.5rem;font-size:.75rem;padding:0 .45rem;vertical-align:baseline}
.t:hover>.ex .copy,.copy:focus-visible{opacity:1}@media(hover:none){.copy{opacity:1}}
meter{width:8rem;height:.75rem;vertical-align:middle}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.7rem;margin:.2rem 0 1.1rem}
.tile{background:var(--sheet);border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem}
.tile b{display:block;font-size:1.55rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
.tile span{color:var(--soft);font-size:.87rem;display:block}.tile meter{width:100%;margin-top:.3rem}
.tile.error{border-left:4px solid var(--error)}.tile.warning{border-left:4px solid var(--warning)}.tile.good{border-left:4px solid var(--good)}
.rule{padding:.5rem 0;border-top:1px solid var(--line)}.rule:first-of-type{border-top:0}.rule p{font-size:.9rem}
footer{color:var(--soft);font-size:.87rem;margin-top:1.4rem}
`;
