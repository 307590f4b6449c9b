/** Operations: the card that the designer shows, the dialog of a connection, outputs. */
export const cardStyle = `
.op{background:var(--sheet);border:1px solid var(--line);border-radius:8px;margin-bottom:.7rem;content-visibility:auto;contain-intrinsic-size:auto 3.2rem}
.op[open]{contain-intrinsic-size:auto 60rem}
.op>summary{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:center;padding:.65rem 1rem;list-style:none}
.op>summary::-webkit-details-marker{display:none}
.op>summary::before{content:"";flex:none;width:.45rem;height:.45rem;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(-45deg)}
.op[open]>summary::before{transform:rotate(45deg)}
.op[open]>summary{border-bottom:1px solid var(--line)}
.op>summary h3{display:inline}.op>summary code{color:var(--soft)}
.op>.in{container-type:inline-size;padding:1rem 1.2rem 1.2rem}
.in>h4,.fold h4{margin:1rem 0 .3rem}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);gap:1.2rem;align-items:start;margin:.8rem 0}
@container(max-width:50rem){.pair{grid-template-columns:minmax(0,1fr)}}
.card{background:var(--sheet);border:1px solid var(--line);border-left:4px solid var(--brand);border-radius:6px;box-shadow:var(--shade)}
.card>header{display:flex;gap:.6rem;align-items:center;padding:.6rem .9rem;border-bottom:1px solid var(--line)}
.card>header h3{flex:1;min-width:0;font-size:.95rem}.card>header h4{flex:1;min-width:0;margin:0}h3 .soft,h4 .soft{font-weight:400}
.card .tabs{display:flex;gap:1.2rem;padding:.3rem .9rem 0;font-size:.87rem;color:var(--soft);border-bottom:1px solid var(--line)}
.card .tabs b{color:var(--text);border-bottom:3px solid var(--accent);padding-bottom:.25rem}
.fields{padding:.8rem .9rem;display:grid;gap:.8rem}
.f{min-width:0}.f>label,.f>.l{display:block;font-size:.9rem;font-weight:600;margin-bottom:.18rem}
.req{color:var(--error);font-weight:600}
.f input,.f select,.f textarea,.f .box{display:block;width:100%;min-height:2.1rem;background:var(--sheet);border:1px solid var(--edge);border-radius:4px;padding:.32rem .6rem;font-size:.92rem;text-overflow:ellipsis}
.f textarea{resize:vertical;font:.86em/1.5 ui-monospace,"Cascadia Mono",Consolas,monospace}
.f ::placeholder{color:var(--soft);opacity:1;font-style:italic}
.f .tip{font-size:.82rem;color:var(--soft);margin-top:.15rem}
.f.has>input,.f.has>select,.f.has>textarea{border-color:var(--good);box-shadow:inset 3px 0 var(--good)}
.items{border:1px solid var(--line);border-radius:6px;background:var(--sunk);padding:.7rem .8rem;display:grid;gap:.7rem}
.items .items{background:var(--sheet)}
.add{font-size:.87rem;color:var(--link)}
.adv{border-top:1px solid var(--line);padding-top:.6rem}
.adv>summary{font-weight:600;font-size:.92rem}.adv>summary span{font-weight:400;color:var(--soft)}
.adv>.fields{padding:.8rem 0 0}
.signed{padding:.5rem .9rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--soft)}
.connect{display:flex;flex-wrap:wrap;gap:1.2rem 2rem;align-items:flex-start}.dialog{flex:0 1 36rem;min-width:0}.signin{flex:1 1 18rem;min-width:0;display:grid;gap:.5rem}.dialog .foot{display:flex;gap:.6rem;padding:.2rem .9rem .9rem}
.btn{border:1px solid var(--edge);border-radius:4px;padding:.2rem .9rem;font-size:.9rem}.btn.p{background:#0f6cbd;border-color:#0f6cbd;color:#fff}
.outputs{border:1px solid var(--line);border-radius:6px;background:var(--sheet);box-shadow:var(--shade)}
.outputs>h4{display:flex;gap:.6rem;align-items:center;padding:.6rem .9rem;border-bottom:1px solid var(--line);margin:0}
.t{padding:.42rem .9rem;border-top:1px solid var(--line);font-size:.9rem}.t:first-child{border-top:0}
.t p{font-size:.85rem;color:var(--soft)}.t .tok{background:var(--token);border-radius:4px;padding:.05rem .5rem;font-weight:500}
.t .ty{color:var(--soft);font-size:.83rem;margin-left:.4rem}
.t .ex{display:block;margin-top:.1rem}.t .ex code{color:var(--text)}
.l1{padding-left:1.9rem}.l2{padding-left:2.9rem}.l3{padding-left:3.9rem}.l4{padding-left:4.9rem}.l5{padding-left:5.9rem}.l6{padding-left:6.9rem}
@media(max-width:40rem){.l1{padding-left:1.4rem}.l2{padding-left:1.9rem}.l3{padding-left:2.4rem}.l4{padding-left:2.9rem}.l5{padding-left:3.4rem}.l6{padding-left:3.9rem}}
.seen,.unseen{font-weight:400;font-size:.8rem;margin-left:.5rem;white-space:nowrap}.seen{color:var(--good)}.unseen{color:var(--warning)}
`;
