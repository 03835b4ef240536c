/** Why git does not take a line of a message for a trailer, although it reads like one. */
export type MisplacedWhere =
  | 'above-last-paragraph'
  | 'below-subject'
  | 'in-subject'
  | 'among-prose'
  | 'indented'
  | 'squashed'
  | 'other-separator'
  | 'misspelt-key';
