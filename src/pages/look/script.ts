/*
 * What pages do by script, and only this: the theme that was chosen is kept, operations are filtered, all is folded or unfolded, a link opens
 * what it leads into, expressions get a button that copies them when what they stand in is opened.
 */

/** The script of every page. It makes no markup from texts. */
export const script = `(() => {
  const find = (selector) => document.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const said = find('#said');
  const say = (text) => { said.textContent = text; };

  const theme = find('#theme');
  const kept = 'connector-kit-theme';
  try { const value = localStorage.getItem(kept); if (value) theme.value = value; } catch {}
  theme.addEventListener('change', () => { try { localStorage.setItem(kept, theme.value); } catch {} });

  const fold = find('#fold');
  const folds = all('main details');
  if (folds.length > 1) fold.hidden = false;
  fold.addEventListener('click', () => {
    const open = fold.textContent === 'Unfold all';
    for (const one of folds) if (!one.closest('[hidden]')) one.open = open;
    fold.textContent = open ? 'Fold all' : 'Unfold all';
    say(open ? 'All is unfolded.' : 'All is folded.');
  });

  const filter = find('#filter');
  if (filter) {
    filter.closest('[hidden]').hidden = false;
    const items = all('[data-o]').map((node) => ({ node, text: node.dataset.o.toLowerCase() }));
    const parts = items.filter(({ node }) => node.localName === 'details').length;
    filter.addEventListener('input', () => {
      const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      for (const { node, text } of items) {
        const isShown = words.every((word) => text.includes(word));
        if (node.hidden === isShown) node.hidden = !isShown;
        if (isShown && node.localName === 'details') shown += 1;
      }
      say(words.length === 0 ? '' : shown + ' of ' + parts + ' shown');
    });
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  reveal();

  const offer = (within) => {
    for (const code of all('code.x:not([data-c])', within)) {
      if (code.closest('details:not([open])')) continue;
      code.dataset.c = '';
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = 'Copy';
      button.setAttribute('aria-label', 'Copy ' + code.textContent.slice(0, 80));
      code.after(button);
    }
  };
  addEventListener('toggle', ({ target }) => { if (target.open) offer(target); }, true);
  offer(document);

  const copied = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      say('Copied.');
    } catch {
      getSelection().selectAllChildren(code);
      say('Selected: copy it with your keyboard.');
    }
  };
  addEventListener('click', ({ target }) => {
    if (target.className === 'copy') copied(target.previousElementSibling);
  });
})();
`;
