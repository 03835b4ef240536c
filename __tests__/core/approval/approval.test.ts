import { describe, expect, it } from '@jest/globals';
import { decideApproval, type ApprovalEvidence } from '../../../src/core/approval/approval.js';
import type { Answer, CommitPeople, Labelling, Push, PushLog } from '../../../src/core/approval/evidence.js';
import { COMMIT, LATER } from '../../support/report-builders.js';
import { APPROVED_HEAD, aPush, at, EARLIER_HEAD, LABEL, LABELLED, LEA, RUI } from '../../support/evidence.js';

const given = <Value>(value: Value): Answer<Value> => ({ kind: 'given', value });
const denied: Answer<never> = { kind: 'missing', denied: true, detail: 'HTTP 404 (contents: read)' };
const failed: Answer<never> = { kind: 'missing', denied: false, detail: 'HTTP 502' };
const logOf = (...pushes: readonly Push[]): Answer<PushLog> => given({ pushes, isWhole: true });

const aLabelling = (overrides: Partial<Labelling> = {}): Labelling => ({
  label: LABEL,
  actorId: RUI.id,
  head: APPROVED_HEAD,
  at: LABELLED,
  ...overrides,
});

const decide = (evidence: Partial<ApprovalEvidence> = {}, allowSelf = false) =>
  decideApproval(
    { kind: 'labelled', by: RUI, at: LABELLED },
    { label: LABEL, head: APPROVED_HEAD, allowSelf },
    { permission: given('write'), log: logOf(aPush()), people: given([]), labelling: null, ...evidence },
  );

const refused = (refusal: string, detail = expect.any(String) as unknown) => ({
  kind: 'refused',
  refusal,
  by: 'rui',
  at: LABELLED,
  detail,
});

describe('the access of who applied the label', () => {
  it.each(['admin', 'write'])('is enough as %s', (permission) => {
    expect(decide({ permission: given(permission) })).toMatchObject({ kind: 'granted', by: 'rui' });
  });

  it.each(['read', 'none', 'triage', '', 'ADMIN', 'constructor'])('is not enough as %j', (permission) => {
    expect(decide({ permission: given(permission) })).toEqual(refused('no-write-access', permission));
  });

  it.each([denied, failed])('is not taken for granted without an answer', (permission) => {
    expect(decide({ permission })).toMatchObject(refused('no-answer'));
  });
});

describe('the head that a label was applied for', () => {
  it.each<[title: string, evidence: Partial<ApprovalEvidence>]>([
    ['the last push is older', {}],
    ['there were pushes before', { log: logOf(aPush(), aPush({ after: EARLIER_HEAD, at: at('09:00:00') })) }],
    ['the times have fractions and offsets', { log: logOf(aPush({ at: '2026-11-22T11:59:59.9+01:00' })) }],
    ['the log says so, whatever the event says', { labelling: aLabelling({ head: EARLIER_HEAD }) }],
    [
      'the log cannot be read, and this run was started by the label',
      { log: denied, labelling: aLabelling() },
    ],
    ['the log is empty, and this run was started by the label', { log: logOf(), labelling: aLabelling() }],
    [
      'the event is a little older than the label',
      { log: denied, labelling: aLabelling({ at: at('10:59:55') }) },
    ],
  ])('is proved where %s', (_title, evidence) => {
    expect(decide(evidence)).toMatchObject({ kind: 'granted', at: LABELLED, exceptions: [] });
  });

  it.each<[refusal: string, title: string, evidence: Partial<ApprovalEvidence>]>([
    ['other-head', 'something was pushed after it', { log: logOf(aPush({ at: at('11:00:01') })) }],
    [
      'other-head',
      'the head came back after it',
      { log: logOf(aPush({ at: at('12:00:00') }), aPush({ after: EARLIER_HEAD }), aPush()) },
    ],
    [
      'other-head',
      'the event was filled in after a push',
      { log: logOf(aPush({ at: at('11:00:01') })), labelling: aLabelling() },
    ],
    ['unproved-head', 'something was pushed in the same second', { log: logOf(aPush({ at: LABELLED })) }],
    [
      'unproved-head',
      'the log does not know the head yet',
      { log: logOf(aPush({ after: EARLIER_HEAD })), labelling: aLabelling() },
    ],
    [
      'unproved-head',
      'the branch was deleted',
      { log: logOf(aPush({ after: EARLIER_HEAD, at: at('12:00:00') })) },
    ],
    ['unproved-head', 'the log cannot be read', { log: denied }],
    ['unproved-head', 'the log is empty', { log: logOf() }],
    [
      'unproved-head',
      'the event is about another label',
      { log: denied, labelling: aLabelling({ label: 'bug' }) },
    ],
    [
      'unproved-head',
      'the event is about another person',
      { log: denied, labelling: aLabelling({ actorId: 33 }) },
    ],
    [
      'unproved-head',
      'the event is about another head',
      { log: denied, labelling: aLabelling({ head: EARLIER_HEAD }) },
    ],
    [
      'unproved-head',
      'the event is about an earlier labelling',
      { log: denied, labelling: aLabelling({ at: at('10:59:54') }) },
    ],
    ['no-answer', 'the log was not answered', { log: failed, labelling: aLabelling() }],
  ])('is refused as %s where %s', (refusal, _title, evidence) => {
    expect(decide(evidence)).toEqual(refused(refusal));
  });

  it('is not proved for the reason that the server gave', () => {
    expect(decide({ log: denied })).toEqual(refused('unproved-head', 'HTTP 404 (contents: read)'));
    expect(decide({ log: logOf() })).toEqual(refused('unproved-head', ''));
  });
});

describe('the people behind a commit', () => {
  const people = (overrides: Partial<CommitPeople> = {}): CommitPeople => ({
    commit: COMMIT,
    accounts: [LEA],
    areAllKnown: true,
    ...overrides,
  });
  const exceptionsOf = (of: CommitPeople, log = logOf(aPush())) => decide({ people: given([of]), log });
  const except = (refusal: string) => ({ kind: 'granted', exceptions: [{ commit: COMMIT, refusal }] });
  const all = { kind: 'granted', exceptions: [] };

  it('may be anybody else', () => {
    expect(exceptionsOf(people())).toMatchObject(all);
  });

  it.each<[string, readonly { id: number; login: string }[]]>([
    ['the author', [RUI]],
    ['a co-author', [LEA, RUI]],
    ['under an earlier login', [{ id: RUI.id, login: 'earlier' }]],
  ])('may not approve it: %s', (_title, accounts) => {
    expect(exceptionsOf(people({ accounts }))).toMatchObject(except('by-author'));
  });

  it('may approve the work of others beside their own', () => {
    const both = given([people({ accounts: [RUI] }), people({ commit: LATER })]);
    expect(decide({ people: both })).toMatchObject(except('by-author'));
  });

  it('may approve their own where the config of the base says so', () => {
    expect(decide({ people: given([people({ accounts: [RUI] })]) }, true)).toMatchObject(all);
  });

  it.each<[title: string, log: Answer<PushLog>]>([
    ['somebody else pushed', logOf(aPush())],
    ['several others pushed', logOf(aPush(), aPush({ by: { id: 33, login: 'ann' }, at: at('09:00:00') }))],
  ])('may be unknown to GitHub where %s', (_title, log) => {
    expect(exceptionsOf(people({ accounts: [], areAllKnown: false }), log)).toMatchObject(all);
  });

  it.each<[title: string, log: Answer<PushLog>, labelling: Labelling | null]>([
    ['who approves pushed', logOf(aPush({ by: RUI })), null],
    ['who approves pushed before', logOf(aPush(), aPush({ by: RUI, at: at('09:00:00') })), null],
    ['nobody knows who pushed', logOf(aPush({ by: null })), null],
    ['the log is cut off', given({ pushes: [aPush()], isWhole: false }), null],
    ['the log cannot be read', denied, aLabelling()],
    ['the log is empty', logOf(), aLabelling()],
  ])('may not be unknown to GitHub where %s', (_title, log, labelling) => {
    const unknown = given([people({ areAllKnown: false })]);
    expect(decide({ people: unknown, log, labelling })).toMatchObject(except('unknown-author'));
  });

  it.each([denied, failed])('are not taken for others without an answer', (answer) => {
    expect(decide({ people: answer })).toMatchObject(refused('no-answer'));
  });
});
