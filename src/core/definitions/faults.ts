/** Why a definition file could not be read as text. */
export type UnreadableReason =
  | 'not-utf8'
  | 'utf-16'
  | 'nul-byte'
  | 'too-large'
  | 'submodule'
  | 'link-leads-outside'
  | 'link-is-broken'
  | 'link-loops'
  | 'read-failed'
  /** From the problem's line on. What stands above it is in force. */
  | 'nested-too-deeply';

/** Why a pattern does not compile. */
export type PatternFault =
  | 'empty'
  | 'control-or-format-character'
  | 'parent-segment'
  | 'absolute-path'
  | 'too-many-braces'
  | 'too-long'
  | 'trailing-backslash'
  | 'backslash-as-separator'
  | 'unclosed-bracket'
  | 'not-compilable';
