import fc from 'fast-check';

const aPlainMessage = fc.stringMatching(/^[A-Za-z#%+,./:@^_=-]{1,6}$/);

/** What stands in quotes, with every sign that means something to a shell. */
const aText = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      ' ',
      '  ',
      '\n',
      '\t',
      '#',
      ';',
      '&',
      '|',
      '(',
      ')',
      '<',
      '>',
      '*',
      '?',
      '[',
      ']',
      '{',
      '}',
      '~',
      '!',
      '=',
      '--',
      'git commit',
      '-m',
      '🤖',
      'é',
      'EOF',
      'if',
      '\u00a0',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `x${parts.join('')}`);

const escapeForDouble = (text: string): string => text.replace(/[\\"$`]/g, String.raw`\$&`);

const aSpecialText = fc
  .tuple(aText, fc.array(fc.constantFrom("'", '"', '\\', '$', '`', '\\\\', "''"), { maxLength: 3 }), aText)
  .map(([start, signs, end]) => `${start}${signs.join('')}${end}`)
  // The number of a process is another in each run.
  .filter((text) => !text.includes('$$'));

const inSingle = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
const inDouble = (text: string): string => `"${escapeForDouble(text)}"`;
const inBackslashes = (text: string): string =>
  text.replace(/[^A-Za-z]/gsu, (sign) => (sign === '\n' ? "'\n'" : `\\${sign}`));
const inDocument = (text: string): string => `"$(cat <<'E_O_F'\n${text}\nE_O_F\n)"`;
const inOpenDocument = (text: string): string =>
  `"$(cat <<E_O_F\n${text.replace(/[\\$`]/g, String.raw`\$&`)}\nE_O_F\n)"`;
const inPieces = (text: string): string => `${inSingle(text.slice(0, 2))}${inDouble(text.slice(2))}`;

/** A word that every shell reads as the text. */
export const aQuotedMessage = fc
  .tuple(
    fc.constantFrom(inSingle, inDouble, inBackslashes, inDocument, inOpenDocument, inPieces),
    fc.oneof(aText, aSpecialText),
  )
  .map(([quote, text]) => quote(text));

const anOption = fc.oneof(
  aQuotedMessage.map((word) => `-m ${word}`),
  aQuotedMessage.map((word) => `--message=${word}`),
  aQuotedMessage.map((word) => `-qam ${word}`),
  aPlainMessage.map((word) => `-m ${word}`),
  fc.constantFrom(
    '-q',
    '-a',
    '--no-verify',
    '--allow-empty',
    '--amend',
    '--no-ed',
    '-S',
    '-uno',
    '-m "$message"',
    '-m $ARGS',
    '-m "$@"',
    '"$@"',
    '-m"$empty"',
    '-F -',
    'a.txt',
    'src/*.ts',
    '*',
    '--author="A <a@b>"',
    '--',
    '-m',
    '\\\n',
    '2>&1',
    '>log',
    '-m x\\',
    '--trailer "Reviewed-by: y"',
    '[ab]',
    '{a,b}',
    '~',
    '""',
  ),
);

const aCommit = fc
  .tuple(
    fc.constantFrom('', '', 'A=b ', 'command ', 'env A="b c" ', '! ', 'time ', 'nice -n 5 ', 'timeout 9 '),
    fc.constantFrom(
      'git',
      'git',
      'git -C src',
      'git -c a.b=c --no-pager',
      '\\git',
      '"git"',
      'git "$@"',
      '$empty git',
    ),
    fc.constantFrom('commit', 'commit', 'commit', "'commit'", 'com""mit', 'co\\\nmmit'),
    fc.array(anOption, { maxLength: 4 }),
    fc.constantFrom(
      '',
      '',
      '',
      ' -- a.txt',
      ' <<E_F\nx $message\nE_F\n',
      ' <<-"E F"\n\tit\'s "\n\tE F\n',
      ' # git commit',
      ' < a.txt',
      '\t',
      ' \\\n',
    ),
  )
  .map(
    ([wrapper, git, subcommand, options, end]) =>
      `${wrapper}${[git, subcommand, ...options].join(' ')}${end}`,
  );

const aCommand = fc.oneof(
  { weight: 3, arbitrary: aCommit },
  fc.constantFrom(
    'echo "git commit"',
    'true',
    'false',
    'git add .',
    'cd src',
    'x=1',
    'echo $x # git commit',
    'cat <<E_F\ngit commit -m y\nE_F\n',
  ),
);

/** One command in the places where commands stand. A here-document ends with its line, so that the place begins a new one. */
const aPlaced = fc
  .tuple(
    aCommand,
    fc.constantFrom<readonly [string, string]>(
      ['', ''],
      ['', ''],
      ['(', ')'],
      ['{ ', '; }'],
      ['if ', '; then echo y; else echo n; fi'],
      ['for f in 1 2; do ', '; done'],
      ['case x in x) ', ';; esac'],
      ['echo "$(', ')"'],
      ['x=$(', ')'],
      ['echo `', '`'],
      ['echo "`', '`"'],
      ['echo "$(( 1 + $(', ') ))"'],
      ['f() { ', '; }; f'],
      ['eval "', '"'],
      ['cat <<E_G\n$(', ')\nE_G\n'],
      ['echo x | ', ''],
      ['', ' | cat'],
      ['', ' & wait'],
      ['echo "${x:-', '}"'],
    ),
  )
  .map(([command, [before, after]]) =>
    command.endsWith('\n') || command.includes('#')
      ? `${before}${command}\n${after.replace(/^(?:;| \||;;| &)/, '')}`
      : `${before}${command}${after}`,
  );

/** Commands that are right, and some that are not, in lists. */
export const aCommandText = fc
  .array(fc.tuple(aPlaced, fc.constantFrom(' && ', ' || ', '; ', '\n')), { minLength: 1, maxLength: 3 })
  .map((placed) =>
    placed
      .map(([command, separator], index) => {
        if (index === placed.length - 1) return command;
        return command.endsWith('\n') || command.includes('#') ? `${command}\n` : `${command}${separator}`;
      })
      .join(''),
  );
