/** Results: changes, the actions of a run, an incident. */
export const resultStyle = `
.verdict{display:grid;gap:.45rem;border-left:6px solid var(--good)}.verdict.error{border-left-color:var(--error)}.verdict.warning{border-left-color:var(--warning)}
.tree .tree{margin:.5rem 0 .2rem 1.1rem;padding-left:1.1rem;border-left:2px solid var(--line)}
.rows>.row+.row::before{content:"↓";content:"↓"/"";display:block;text-align:center;color:var(--soft);line-height:1.1;padding:.1rem 0}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:.6rem;align-items:start}
.branch{font-weight:600;font-size:.85rem;color:var(--soft);margin-bottom:.3rem}
.a{min-width:0}.a>.fold,.a>details{margin:0}
.a>details{background:var(--sheet);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:6px}
.a>details>summary{display:flex;flex-wrap:wrap;gap:.2rem .7rem;align-items:center;padding:.45rem .8rem;list-style:none}
.a>details>summary::-webkit-details-marker{display:none}
.a>details>summary::before{content:"";flex:none;width:.4rem;height:.4rem;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(-45deg)}
.a>details[open]>summary::before{transform:rotate(45deg)}
.a>details>div{padding:.2rem .8rem .7rem}.a .why{flex-basis:100%;padding-left:1.1rem;font-size:.88rem}
.a>details.Succeeded{border-left-color:var(--good)}.a>details.Failed,.a>details.TimedOut,.a>details.Aborted{border-left-color:var(--error)}.a>details.Skipped,.a>details.Cancelled{border-left-color:var(--edge)}
.a .why,.errtext{color:var(--error)}
.st{font-weight:600}.st.Succeeded{color:var(--good)}.st.Failed,.st.TimedOut,.st.Aborted{color:var(--error)}.st.Skipped,.st.Cancelled{color:var(--soft)}
.a>details>summary .ty{color:var(--soft);font-size:.85rem}
.arrow{color:var(--soft);font-size:.82rem;padding-left:.9rem}
.io{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:.8rem}.io h4{margin:.5rem 0 .2rem}
.incident .tags{display:flex;flex-wrap:wrap;gap:.3rem}
.said{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;background:var(--sheet)}
.said>p:first-child{padding:.35rem .8rem;border-bottom:1px solid var(--line);font-size:.87rem;color:var(--soft);background:var(--sunk);border-radius:6px 6px 0 0}
.said>.text{padding:.6rem .8rem;white-space:pre-wrap}
.task{display:grid;grid-template-columns:1.4rem minmax(0,1fr);gap:.3rem;padding:.4rem 0;border-top:1px solid var(--line)}
`;
