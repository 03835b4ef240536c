/**
 * Stands in the bundles for the names of HTML's entities, which markdown-it looks up inside a line: only blocks are read
 * (src/core/definitions/outline.ts), so they would be shipped and never used. tsconfig.json's `paths` puts it there.
 */
module.exports = { decodeHTMLStrict: (text) => text };
