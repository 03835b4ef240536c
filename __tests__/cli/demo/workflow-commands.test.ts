import { describe, expect, it } from '@jest/globals';
import { parseWorkflowCommands, toAnnotations } from '../../../src/cli/demo/workflow-commands.js';

describe('parseWorkflowCommands', () => {
  it.each([
    [
      'a command without properties',
      '::error::broken',
      [{ name: 'error', properties: {}, message: 'broken' }],
    ],
    [
      'properties, escaped as the toolkit escapes them',
      '::error title=T%3A x%2C y,file=a%2Cb%3Ac%25.ts,line=1::a%25b%0D%0Ac::d,e',
      [
        {
          name: 'error',
          properties: { title: 'T: x, y', file: 'a,b:c%.ts', line: '1' },
          message: 'a%b\r\nc::d,e',
        },
      ],
    ],
    ['blanks before a command', ' \t::notice::x', [{ name: 'notice', properties: {}, message: 'x' }]],
    ['a name in any case', '::ERROR::x', [{ name: 'error', properties: {}, message: 'x' }]],
    [
      'an equals sign in a value',
      '::error title=a=b::x',
      [{ name: 'error', properties: { title: 'a=b' }, message: 'x' }],
    ],
    [
      'keys in any case',
      '::error endLine=3::x',
      [{ name: 'error', properties: { endline: '3' }, message: 'x' }],
    ],
    ['an escaped escape', '::error::%250A', [{ name: 'error', properties: {}, message: '%0A' }]],
    ['a pair without a value', '::error title=,line::x', [{ name: 'error', properties: {}, message: 'x' }]],
    [
      'the older syntax anywhere in a line',
      'text ##[error title=a%3Bb;line=2]c%5Dd',
      [{ name: 'error', properties: { title: 'a;b', line: '2' }, message: 'c]d' }],
    ],
    [
      'the older syntax behind an unknown name in the newer',
      '::nothing::##[group]x',
      [{ name: 'group', properties: {}, message: 'x' }],
    ],
    [
      'a line that a carriage return ends',
      'text\r::error::x',
      [{ name: 'error', properties: {}, message: 'x' }],
    ],
    [
      'two lines',
      '::debug::a\n::warning::b',
      [
        { name: 'debug', properties: {}, message: 'a' },
        { name: 'warning', properties: {}, message: 'b' },
      ],
    ],
  ])('reads %s', (_, log, expected) => {
    expect(parseWorkflowCommands(log)).toEqual(expected);
  });

  it.each([
    ['text', 'nothing to see'],
    ['a command in the middle of a line', 'see ::error::x'],
    ['a name that the runner does not register', '::fatal::x'],
    ['no second pair of colons', '::error x'],
    ['an older command without its bracket', '##[error x'],
    ['an older command whose name is not registered', '##[section]x ##[error]y'],
    ['an empty log', ''],
  ])('finds nothing in %s', (_, log) => {
    expect(parseWorkflowCommands(log)).toEqual([]);
  });

  it('reads nothing between stop-commands and its token', () => {
    const log = [
      '::stop-commands::Token1',
      '::error::a',
      '##[error]b',
      '::other::',
      '::token1::',
      '::error::c',
    ];
    expect(parseWorkflowCommands(log.join('\n')).map(({ message }) => message)).toEqual(['c']);
  });
});

describe('toAnnotations', () => {
  const annotationsIn = (log: string) => toAnnotations(parseWorkflowCommands(log));

  it('keeps what GitHub shows of an annotation', () => {
    expect(annotationsIn('::warning title=T,file=a.py,line=3,endLine=5::words')).toEqual([
      { level: 'warning', title: 'T', path: 'a.py', startLine: 3, endLine: 5, message: 'words' },
    ]);
  });

  it('takes an end line without a line as the line', () => {
    expect(annotationsIn('::error file=a.py,endLine=5::x')).toMatchObject([{ startLine: 5, endLine: 5 }]);
  });

  it('leaves out what is missing', () => {
    expect(annotationsIn('::notice::x')).toEqual([
      { level: 'notice', title: null, path: null, startLine: null, endLine: null, message: 'x' },
    ]);
  });

  it.each(['::error title=T::', '::error::%0A ', '::group::x', '::debug::x'])('makes none of %s', (log) => {
    expect(annotationsIn(log)).toEqual([]);
  });
});
