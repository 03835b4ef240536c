import products from './ai-products.json' with { type: 'json' };

/** How a product that writes code shows in a commit. Patterns compare without regard to case; `*` stands for anything. */
export interface AiProduct {
  readonly name: string;
  /** Addresses that belong to no person. */
  readonly emails?: readonly string[];
  /** GitHub accounts and Apps, which commit as `<id>+<account>@users.noreply.github.com`. */
  readonly accounts?: readonly string[];
  /** Names that are enough by themselves, whatever the address. */
  readonly names?: readonly string[];
  /** Names that people bear as well: they count without an address, or with a `noreply@` one. */
  readonly sharedNames?: readonly string[];
  /** Trailers that only this product writes. */
  readonly trailers?: readonly string[];
}

/**
 * The products that are known, each spelling as public commits or sources have it: the attribution setting of Claude Code,
 * openai/codex#11617, the prompts of OpenHands, Qwen Code, Crush and Cline, GitHub's Apps; `Assisted-by` is the Linux kernel's
 * (Documentation/process/coding-assistants.rst).
 */
export const AI_PRODUCTS: readonly AiProduct[] = products;
