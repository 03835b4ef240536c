/**
 * Stands in the bundles for what finds bare links in a text, which markdown-it makes ready and only asks inside a line: only
 * blocks are read (src/core/definitions/outline.ts). tsconfig.json's `paths` puts it there.
 */
export class LinkifyIt {}
