/**
 * Stands in the bundles for `mdurl`, `punycode.js` and `uc.micro`, which markdown-it asks only inside a line: for addresses of
 * links, and for punctuation. Only blocks are read (src/core/definitions/outline.ts). tsconfig.json's `paths` puts it there.
 */
const refuse = () => {
  throw new Error('Only the blocks of Markdown are read.');
};

export const decode = refuse;
export const encode = refuse;
export const format = refuse;
export const parse = refuse;

export const P = { test: refuse };
export const S = P;

export default { toASCII: refuse, toUnicode: refuse };
