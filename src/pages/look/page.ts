import { createHash } from 'node:crypto';
import { html, type Html, type Part } from './html.js';
import { script } from './script.js';
import { style } from './style.js';

/** Stands near the beginning of every page: who made it. */
export const PAGE_MARK = '<meta name="generator" content="connector-kit">';

/** A page without its frame. */
export interface PageParts {
  /** What the window is called. */
  readonly title: string;
  /** The command that made it, in the bar at the top. */
  readonly made: string;
  /** Links that stand at the side; none where the page is short. */
  readonly nav?: Html | undefined;
  readonly body: Part;
  /** Rules of this page alone, such as the color of a brand. Not made from texts of others. */
  readonly rules?: string;
}

/** A whole page as one file: nothing is loaded, and nothing runs but the script whose hash its policy names. */
export function page({ title, made, nav, body, rules = '' }: PageParts): string {
  const css = style + rules;
  const policy = `default-src 'none'; style-src ${hashOf(css)}; script-src ${hashOf(script)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        ${{ markup: PAGE_MARK }}
        <meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${{ markup: `<style>${css}</style>` }}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="bar">
          <p><b>connector-kit</b> <span>${made}</span></p>
          <div class="tools">
            <span id="said" role="status"></span><button type="button" id="fold" hidden>Unfold all</button>
            <label
              >Theme
              <select id="theme">
                <option value="auto">System</option>
                <option value="light">Light</option>
                <option value="dark">Dark</option>
              </select></label
            >
          </div>
        </header>
        <div class="${nav ? 'columns' : 'column'}">
          ${nav ?? ''}
          <main id="main" tabindex="-1">${body}</main>
        </div>
        ${{ markup: `<script>${script}</script>` }}
      </body>
    </html> `;
  return `${whole.markup.trim()}\n`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
