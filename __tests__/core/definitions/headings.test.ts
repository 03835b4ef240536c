import { describe, expect, it } from '@jest/globals';

import { createClassifyHeading } from '../../../src/core/definitions/headings.js';

const classify = createClassifyHeading();
const kindOf = (text: string) => classify(text)?.kind ?? null;

describe('createClassifyHeading', () => {
  it.each([
    'OWNS',
    'You own',
    'Files you own',
    'Your files',
    'Owned files',
    'Owned paths',
    'Can touch',
    'Can write',
    'Can edit',
    'Can modify',
    'Write access',
    'Allowed folders (write)',
    'Ownership (files you may modify)',
    'Exclusive write access to',
    'OWNS (Can fix)',
    'OWNS (Full write access)',
    'OWNS (For debugging)',
  ])('reads "%s" as OWNS', (text) => {
    expect(classify(text)).toMatchObject({ kind: 'owns', needsList: false });
  });

  it.each([
    'READS',
    'Can read',
    'Read only',
    'Read-only',
    'Reference only',
    'READS (For review)',
    'READS (Reference only)',
  ])('reads "%s" as READS', (text) => {
    expect(kindOf(text)).toBe('reads');
  });

  it.each([
    'CANNOT TOUCH',
    'Cannot access',
    'Cannot write',
    'Cannot edit',
    'Cannot modify',
    'Never touch',
    'Never modify',
    'Must not touch',
    'You must NOT touch/edit/modify',
    'Do NOT touch/edit/modify',
    'Do not create, edit or delete',
    'Don’t touch',
    'Files you must not touch',
    'Forbidden',
    'Forbidden folders',
    'Forbidden paths',
    'Forbidden files',
    'Off-limits',
    'Off limits',
    'Not your files',
    'What you do not own',
    'Read-only (never modify)',
    'Read only: do not edit',
    'Out of bounds',
  ])('reads "%s" as CANNOT TOUCH', (text) => {
    expect(kindOf(text)).toBe('cannot-touch');
  });

  it.each([
    'cannot touch',
    '**CANNOT TOUCH**',
    '__Cannot__ *touch*',
    '`CANNOT TOUCH`',
    'CANNOT_TOUCH',
    'Cannot-Touch:',
    '🚫 CANNOT TOUCH',
    '⛔️ Cannot touch ⛔️',
    '3. CANNOT TOUCH',
    '  CANNOT   TOUCH  ',
    'ＣＡＮＮＯＴ ＴＯＵＣＨ',
  ])('does not mind how "%s" is set', (text) => {
    expect(kindOf(text)).toBe('cannot-touch');
  });

  it.each([
    'Strictly CANNOT TOUCH',
    'Hard limits: CANNOT TOUCH',
    'Boundaries — never touch',
    'IMPORTANT: Do not edit',
    'Files you must never ever touch',
    'Never, ever touch',
    'Do NOT under any circumstances touch',
    'Please do not edit',
    'Agent CANNOT TOUCH',
    'What you CANNOT TOUCH',
    'Files this agent must not modify',
    'Never touch any of the following files',
    '🚫 Files that are off-limits to you',
    'Hands off',
    'No-go zones',
    'Prohibited paths',
  ])('reads "%s" as CANNOT TOUCH, as the words around it do not matter', (text) => {
    expect(kindOf(text)).toBe('cannot-touch');
  });

  it.each([
    ['backend-django OWNS', 'owns'],
    ['Backend Django cannot touch', 'cannot-touch'],
    ['Files the backend-django agent must not touch', 'cannot-touch'],
    ['Paths this agent owns', 'owns'],
    ['You may only edit', 'owns'],
    ['frontend OWNS', null],
  ])('reads "%s" in the definition of backend-django as %s', (text, kind) => {
    const ofDjango = createClassifyHeading({}, 'backend-django');
    expect(ofDjango(text)?.kind ?? null).toBe(kind);
    expect(ofDjango.isOwnName('Backend Django')).toBe(true);
    expect(ofDjango.isOwnName('frontend')).toBe(false);
  });

  it('finds a further alias among other words', () => {
    const inCzech = createClassifyHeading({ 'cannot-touch': ['Nesahat'] });
    expect(inCzech.doubt('Nesahat v produkci')).toEqual({ kind: 'cannot-touch', isOthers: false });
  });

  it('heeds a section’s name that is the agent’s name as well', () => {
    expect(createClassifyHeading({}, 'read-only')('Read only')?.kind).toBe('reads');
    expect(createClassifyHeading({}, '')('OWNS')?.kind).toBe('owns');
  });

  it.each([
    ['CANNOT TOUCH in production', 'cannot-touch', false],
    ['Our CANNOT TOUCH list', 'cannot-touch', true],
    ['Frontend OWNS', 'owns', true],
    ['The frontend agent cannot touch', 'cannot-touch', true],
    ['Backend: never touch without care', 'cannot-touch', false],
    ['Production files you must never touch', 'cannot-touch', false],
    ['Do not delete', 'cannot-touch', false],
    ['Restricted files', 'cannot-touch', false],
    ['Allowed paths', 'owns', false],
    ['Forbidden commands', 'cannot-touch', false],
    ['Our MAY / READ list', 'reads', true],
    ['Frontend READS x', 'reads', true],
    ['Our may read', 'reads', true],
    ['May read the docs first', 'reads', false],
    ['Our you own', 'owns', false],
    ['Our OWNS and CANNOT TOUCH lists', 'cannot-touch', true],
  ])('finds in "%s" what may be %s', (text, kind, isOthers) => {
    expect(kindOf(text)).toBeNull();
    expect(classify.doubt(text)).toEqual({ kind, isOthers });
  });

  it.each([
    'How to read files',
    'Why you cannot touch production data',
    'When you cannot edit a file',
    'Reads and writes',
    'Read-only mode',
    'Optimizing reads',
    'What users can edit',
    'Things that may change',
    'Handling 403 Forbidden',
    'Reads the docs first',
    'Our may read list',
    'Our owns list',
    'May read and writes',
    `${'x '.repeat(120)}never touch`,
    'Scope',
    'Workflow',
    '',
  ])('finds nothing in "%s"', (text) => {
    expect(kindOf(text)).toBeNull();
    expect(classify.doubt(text)).toBeNull();
  });

  it.each([
    ['cannot-touch', 'Nesmí měnit', 'NESMI\u0301 ME\u030cNIT 🚫'],
    ['cannot-touch', 'Nesmí měnit', '**Nesmí** měnit (bez souhlasu):'],
    ['cannot-touch', '수정 금지', '## 수정 금지'.normalize('NFD')],
    ['cannot-touch', 'Darf nicht ändern', '_DARF NICHT ÄNDERN_'],
    ['owns', 'Pode alterar', '1. Pode Alterar:'],
    ['reads', 'Chỉ đọc', 'CHỈ ĐỌC'],
    ['cannot-touch', 'Important', 'IMPORTANT'],
  ] as const)('takes the further alias of %s "%s" in "%s"', (kind, alias, text) => {
    expect(createClassifyHeading({ [kind]: [alias] })(text)?.kind).toBe(kind);
    expect(kindOf(text)).toBeNull();
  });

  it.each([
    ['CANNOT TOUCH (Without orchestrator approval)', 'Without orchestrator approval'],
    ['CANNOT TOUCH — unless the task says so', 'unless the task says so'],
    ['Never modify without approval', 'without approval'],
    ['OWNS - with approval of the lead', 'with approval of the lead'],
    ['CANNOT TOUCH (Infrastructure)', null],
    ['OWNS (Can fix)', null],
    ['CANNOT TOUCH', null],
  ])('finds the condition of "%s"', (text, condition) => {
    expect(classify(text)?.condition).toBe(condition);
  });

  it.each([
    ['OWNS (Can fix)', 'Can fix'],
    ['OWNS (Can fix):', 'Can fix'],
    ['OWNS — the API:', 'the API'],
    ['OWNS: the API [v2]', 'the API [v2]'],
    ['OWNS [the API]', 'the API'],
    ['OWNS (the (old) API)', 'the (old) API'],
    ['OWNS [the [old] API]', 'the [old] API'],
    ['OWNS [the API] of (all)', 'the API of (all)'],
    ['OWNS `src/`', '`src/`'],
    ['Never modify without approval:', 'without approval'],
    ['OWNS ()', null],
    ['OWNS:', null],
    ['Read-only (never modify)', null],
  ])('finds what qualifies "%s"', (text, qualifier) => {
    expect(classify(text)?.qualifier).toBe(qualifier);
  });

  it.each([
    ['Rules: limits: scope: CANNOT TOUCH', 'cannot-touch'],
    ['Note: rules: limits: scope: CANNOT TOUCH', null],
    ['OWNS / Can edit', 'owns'],
    ['OWNS | You own | Your files', 'owns'],
    ['OWNS / CANNOT TOUCH', null],
    ['OWNS / CANNOT TOUCH / Can edit', null],
    ['The API / OWNS', null],
    [`Cannot${' '.repeat(109)}touch`, 'cannot-touch'],
    [`Cannot${' '.repeat(110)}touch`, null],
  ])('reads "%s", of several names, as %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('takes no text for the name of an agent without letters', () => {
    expect(createClassifyHeading({}, '🚫').isOwnName('')).toBe(false);
    expect(classify.isOwnName('OWNS')).toBe(false);
  });

  it.each(['File ownership', 'Code Ownership', 'File ownership:'])('wants a list below "%s"', (text) => {
    expect(classify(text)).toMatchObject({ kind: 'owns', needsList: true });
  });

  it.each([
    'Scope',
    'Your domain',
    'Your territory',
    'Boundaries',
    'Inputs',
    'Out of scope',
    'Hard boundaries',
    'Ownership',
    'Tools (read-only)',
    'Owns nothing and everything',
    'Never modify the schema by hand',
    'Response Format',
    '',
    '()',
    '🚫',
    'constructor',
    `CANNOT TOUCH${' x'.repeat(500)}`,
  ])('reads nothing into "%s"', (text) => {
    expect(kindOf(text)).toBeNull();
  });

  it('takes further aliases in any language', () => {
    const inCzech = createClassifyHeading({ 'cannot-touch': ['Nesahat'], owns: ['Vlastní (zápis)', ''] });
    expect(inCzech('## Nesahat: (bez souhlasu)')?.kind).toBe('cannot-touch');
    expect(inCzech('VLASTNÍ (ZÁPIS)')?.kind).toBe('owns');
    expect(inCzech('OWNS')?.kind).toBe('owns');
    expect(inCzech('')).toBeNull();
  });

  it.each(['a/', '(', 'touch/', 'touch or ', ' ', '[', 'OWNS: '])('answers for a megabyte of %j', (unit) => {
    expect(() => classify(unit.repeat(1_000_000 / unit.length))).not.toThrow();
  });
});
