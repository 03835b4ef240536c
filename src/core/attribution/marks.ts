/** Something that shows that an AI made a commit, without saying which agent. */
export interface Mark {
  /** Where it stands: the author, a co-author, another trailer, or an `Agent` trailer that names a product or a built-in type. */
  readonly kind: 'author' | 'co-author' | 'trailer' | 'claim';
  /** As written; of a trailer that only an AI writes the key. */
  readonly value: string;
}
