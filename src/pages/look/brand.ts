import { html, type Html } from './html.js';

/** What a connector is known by. */
export interface Brand {
  /** The class that its color hangs on. */
  readonly name: string;
  /** The rule of the style sheet for it. */
  readonly rule: string;
  readonly initial: string;
  readonly icon: string | undefined;
}

/** Only what was checked comes into the style sheet. */
const COLOR = /^#[0-9a-f]{6}$/i;
/** What the portal takes where no color is given. Source: `iconBrandColor` of a custom connector that was made there. */
const STANDARD_COLOR = '#007ee5';
/** An icon of ours: `data:` URLs in base64 have nothing that ends an attribute. */
const ICON = /^data:image\/png;base64,[A-Za-z0-9+/=]+$/;

/** The brand of the connector with that number on the page. */
export function brandOf(index: number, { title, color, icon }: BrandParts): Brand {
  const name = `b${index}`;
  const shown = color !== undefined && COLOR.test(color) ? color.toLowerCase() : STANDARD_COLOR;
  const on = isLight(shown) ? '#000' : '#fff';
  const [initial = '?'] = title.trim();
  return {
    name,
    rule: `.${name}{--brand:${shown};--on-brand:${on}}`,
    initial: initial.toUpperCase(),
    icon: icon !== undefined && ICON.test(icon) ? icon : undefined,
  };
}

interface BrandParts {
  readonly title: string;
  readonly color: string | undefined;
  readonly icon: string | undefined;
}

/** Whether black is easier to read on a color than white. Source: WCAG 2.2, relative luminance; at 0.179 both have the same contrast. */
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}

function linear(byte: number): number {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** The icon of a connector, or the first letter of its name on its color. It says nothing that does not stand beside it. */
export function iconTile({ icon, initial }: Brand, size: 's' | 'l'): Html {
  const inside = icon === undefined ? html`${initial}` : html`<img src="${icon}" alt="" />`;
  return html`<div class="icon ${size}" aria-hidden="true">${inside}</div>`;
}
