/** How the source writes it: what is told where its value cannot be worked out. */
type Written = { readonly text: string };

/** An expression of a language that declares infrastructure, as it is written. Scalars are texts (`true`, `0.50`). */
export type Expression = Written &
  (
    | { readonly kind: 'literal'; readonly value: string }
    /** A null, or what makes as if a setting were not there. */
    | { readonly kind: 'none' }
    | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
    /** A variable, or anything else with a name that may stand for something: `var.region`, `each`. */
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'map'; readonly entries: readonly MapEntry[] }
    /** Nested blocks of one name; a loop among them makes one block a turn. */
    | { readonly kind: 'blocks'; readonly items: readonly Expression[] }
    | Choice
    | { readonly kind: 'operation'; readonly operator: string; readonly operands: readonly Expression[] }
    /** `isSpread`: the last argument is a list of further ones. */
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly arguments: readonly Expression[];
        readonly isSpread: boolean;
      }
    | Loop
    /** Something that is only known by its text. */
    | { readonly kind: 'opaque' }
  );

export type MapEntry = { readonly key: Expression; readonly value: Expression };

export type Choice = {
  readonly kind: 'choice';
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
};

/** What a loop goes over, and what it calls each element: its key or place, and its value. */
export type LoopHead = {
  readonly collection: Expression;
  readonly keyName?: string;
  readonly valueName: string;
};

/** `[for k, v in collection : value if condition]`; with a key it makes a map. `isBlock`: the content of a `dynamic` block. */
export type Loop = LoopHead & {
  readonly kind: 'loop';
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  readonly isBlock: boolean;
};
