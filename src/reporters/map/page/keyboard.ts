/** Moves the focus among the tiles; says whether the key was one that does. */
export function moveFocus(plane: HTMLElement, key: string): boolean {
  const tiles = [...plane.querySelectorAll<HTMLElement>('.tile')];
  const current = tiles.find((tile) => tile === document.activeElement);
  if (current === undefined) return false;
  const next = targetOf(key, current, tiles);
  if (next === undefined) return false;
  if (next !== null) focusTile(plane, next);
  return true;
}

/** Makes the tile the one that the tab key reaches. */
export function focusTile(plane: HTMLElement, tile: HTMLElement): void {
  for (const other of plane.querySelectorAll('.tile[tabindex="0"]')) other.setAttribute('tabindex', '-1');
  tile.setAttribute('tabindex', '0');
  tile.focus();
}

const DIRECTIONS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** `undefined` for a key that moves nothing, `null` where there is no tile that way. */
function targetOf(key: string, current: HTMLElement, tiles: readonly HTMLElement[]) {
  if (key === 'Home') return tiles[0] ?? null;
  if (key === 'End') return tiles.at(-1) ?? null;
  const direction = DIRECTIONS[key];
  return direction === undefined ? undefined : nearestThatWay(current, tiles, direction);
}

/** Of the tiles whose heads lie that way the nearest; what lies aside counts twice. */
function nearestThatWay(
  current: HTMLElement,
  tiles: readonly HTMLElement[],
  [right, down]: readonly [number, number],
): HTMLElement | null {
  const from = headOf(current);
  let best: HTMLElement | null = null;
  let least = Infinity;
  for (const tile of tiles) {
    if (tile === current) continue;
    const to = headOf(tile);
    const [across, along] = [to.x - from.x, to.y - from.y];
    const ahead = across * right + along * down;
    const aside = Math.abs(across * down) + Math.abs(along * right);
    if (ahead < 1) continue;
    const distance = ahead + aside * 2;
    if (distance < least) [best, least] = [tile, distance];
  }
  return best;
}

/** Where a tile begins to be read: the middle of a closed one, the heading of an open one. */
function headOf(tile: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = tile.getBoundingClientRect();
  return {
    x: left + width / 2,
    y: top + Math.min(height, tile.classList.contains('open') ? 22 : height) / 2,
  };
}
