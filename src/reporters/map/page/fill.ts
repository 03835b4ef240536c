import type { LookShare, Look } from './looks.js';
import type { PageMap } from './read-map.js';

/** Dresses an element in the look of its files: one colour or, for several looks, bands as wide as their shares. */
export function dress(element: HTMLElement, map: PageMap, shares: readonly LookShare[]): void {
  const [largest] = shares;
  if (largest === undefined) return;
  const isOne = shares.length === 1;
  element.dataset['look'] = isOne ? largest.look.pattern : 'mixed';
  const { agents } = largest.look;
  const [first = -1, second = first] = agents;
  const inkOf = (agent: number) => map.agents[agent];
  if (isOne) {
    setColour(element, '--fill', inkOf(first)?.fill);
    setColour(element, '--fill2', inkOf(second)?.fill);
    setColour(element, '--ink', inkOf(first)?.text);
  } else {
    element.style.setProperty('--bands', bands(shares, map));
  }
}

const setColour = (element: HTMLElement, name: string, colour: string | undefined): void => {
  if (colour !== undefined) element.style.setProperty(name, colour);
};

/** A gradient with hard edges. */
export function bands(shares: readonly LookShare[], map: PageMap): string {
  const all = shares.reduce((sum, { files }) => sum + files, 0);
  let from = 0;
  const stops = shares.map(({ look, files }) => {
    const to = from + (files / all) * 100;
    const stop = `${colourOf(look, map)} ${from.toFixed(2)}% ${to.toFixed(2)}%`;
    from = to;
    return stop;
  });
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}

/** The one colour that stands for a look where there is no room for a pattern; the style sheet knows the neutral ones. */
export function colourOf({ agents: [first], pattern }: Look, map: PageMap): string {
  const fill = first === undefined ? undefined : map.agents[first]?.fill;
  if (fill === undefined) return `var(--${pattern})`;
  return pattern === 'reads' ? `color-mix(in oklab, ${fill} 40%, var(--nobody))` : fill;
}
