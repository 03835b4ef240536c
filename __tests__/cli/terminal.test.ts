import { describe, expect, it } from '@jest/globals';
import { pageWidth, wantsColour } from '../../src/cli/terminal.js';

describe('wantsColour', () => {
  it.each<[boolean, string, Record<string, string>, boolean]>([
    [true, 'a terminal', {}, true],
    [false, 'a pipe', {}, false],
    [false, 'a pipe in CI', { CI: 'true' }, false],
    [false, 'a terminal that has no colours', { TERM: 'dumb' }, true],
    [false, 'a terminal with NO_COLOR', { NO_COLOR: '1' }, true],
    [true, 'a terminal with an empty NO_COLOR', { NO_COLOR: '' }, true],
    [true, 'a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false],
    [true, 'a dumb terminal with FORCE_COLOR', { FORCE_COLOR: '3', TERM: 'dumb' }, true],
    [false, 'a terminal with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true],
    [false, 'a terminal with FORCE_COLOR=false', { FORCE_COLOR: 'false' }, true],
    [false, 'a terminal with both', { NO_COLOR: '1', FORCE_COLOR: '1' }, true],
  ])('is %p for %s', (expected, _, environment, isTerminal) => {
    expect(wantsColour(environment, isTerminal)).toBe(expected);
  });
});

describe('pageWidth', () => {
  it.each([
    [null, 80],
    [20, 60],
    [60, 60],
    [91, 91],
    [100, 100],
    [400, 100],
  ])('of a terminal with %p columns is %d', (columns, width) => {
    expect(pageWidth({ columns })).toBe(width);
  });
});
