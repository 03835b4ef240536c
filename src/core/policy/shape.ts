import type { TextFormat } from './text-formats.js';

/** What a value of the config looks like: read by read-shape.ts, published by config-schema.ts. */
export type Shape =
  | { readonly kind: 'text'; readonly format: TextFormat }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape; readonly atLeast: number }
  | { readonly kind: 'record'; readonly keys: TextFormat; readonly of: Shape }
  | {
      readonly kind: 'object';
      readonly fields: Readonly<Record<string, Field>>;
      /** Keys that one may expect here, and why there are none. */
      readonly refused?: Readonly<Record<string, 'always-fails' | 'of-no-agent'>>;
    };

export interface Field {
  readonly shape: Shape;
  /** What it is for, in a sentence that an editor shows. */
  readonly about: string;
  /** What holds without it. */
  readonly fallback?: unknown;
  readonly required?: true;
}

/** What reading a shape gives. */
export type ValueOf<S extends Shape> = S extends { readonly kind: 'text' }
  ? string
  : S extends { readonly kind: 'flag' }
    ? boolean
    : S extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
      ? Choice
      : S extends { readonly kind: 'list'; readonly of: infer Item extends Shape }
        ? readonly ValueOf<Item>[]
        : S extends { readonly kind: 'record'; readonly of: infer Item extends Shape }
          ? Readonly<Record<string, ValueOf<Item>>>
          : S extends { readonly kind: 'object'; readonly fields: infer Fields }
            ? FieldsOf<Fields>
            : never;

type FieldsOf<Fields> = {
  readonly [Key in keyof Fields as Fields[Key] extends { readonly required: true } ? Key : never]: ShapeIn<
    Fields[Key]
  >;
} & {
  readonly [Key in keyof Fields as Fields[Key] extends { readonly required: true } ? never : Key]?: ShapeIn<
    Fields[Key]
  >;
};

type ShapeIn<F> = F extends { readonly shape: infer S extends Shape } ? ValueOf<S> : never;
