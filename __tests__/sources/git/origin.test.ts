import { describe, expect, it } from '@jest/globals';
import { namesAnother } from '../../../src/sources/git/origin.js';

const HOSTED = { serverUrl: 'https://github.com', repository: 'octo-org/octo-repo' };

describe('the URL of origin', () => {
  it.each([
    'https://github.com/octo-org/octo-repo',
    'https://github.com/octo-org/octo-repo.git',
    'https://github.com/Octo-Org/octo-repo/',
    'https://user:token@GitHub.com/octo-org/octo-repo.git',
    'git@github.com:octo-org/octo-repo.git',
    'alias:octo-org/octo-repo',
    'ssh://git@ssh.github.com:443/octo-org/octo-repo.git',
    'file:///somewhere/else',
    '/somewhere/else',
    '../else',
    'C:\\somewhere\\else',
    '',
  ])('may be that of the repository, or on the disk: %j', (url) => {
    expect(namesAnother(url, HOSTED)).toBe(false);
  });

  it.each([
    'https://github.com/attacker/octo-repo',
    'https://github.com/octo-org/other.git',
    'https://github.com/not-octo-org/octo-repo',
    'https://example.com/octo-org/octo-repo',
    'https://github.com@example.com/octo-org/octo-repo',
    'https://github.com/',
    'git@github.com:attacker/octo-repo.git',
    'ssh://git@github.com/attacker/octo-repo.git',
  ])('may be that of another: %j', (url) => {
    expect(namesAnother(url, HOSTED)).toBe(true);
  });

  it('may lie behind a prefix and a port of the server', () => {
    const hosted = { serverUrl: 'https://ghe.example.com:8443/git', repository: 'octo-org/octo-repo' };
    expect(namesAnother('https://ghe.example.com:8443/git/octo-org/octo-repo', hosted)).toBe(false);
    expect(namesAnother('https://ghe.example.com/git/octo-org/octo-repo', hosted)).toBe(true);
  });
});
