import type { SectionKind } from '../../vocabulary.js';
import type { ClassifyHeading } from '../headings.js';

/** What a reader of entries must know of the section. */
export interface EntryContext {
  readonly kind: SectionKind;
  readonly classify: ClassifyHeading;
}
