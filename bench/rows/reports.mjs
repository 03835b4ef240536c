import { mkdir } from 'node:fs/promises';
import { compile } from '../compile.mjs';
import { call, emptyNode } from '../measure.mjs';

const FORMATS = ['text', 'json', 'github', 'annotations', 'summary', 'sarif'];
const MOST = 10_000;

/** Every output of a check with many findings, one after the other in one process. */
export const reports = {
  name: 'reports',
  title: '10,000 findings in text, JSON, workflow commands, annotations, summary and SARIF',
  mostRuns: 5,
  claims: [
    { text: 'all formats, seconds', of: 'all', atMost: 2 },
    // 2 s, where an empty Node takes 40 ms.
    { text: 'all formats ÷ empty Node', of: 'all', to: ['node'], atMost: 50 },
    { text: '10,000 findings ÷ 1,000', of: 'all', to: ['1,000 findings'], atMost: 12 },
    ...FORMATS.map((format) => ({ text: `${format}, seconds`, of: format })),
  ],
  async prepare(directory) {
    await mkdir(directory, { recursive: true });
    const module = await compile('bench/report-findings.mjs', directory);
    return {
      sides: {
        node: emptyNode(),
        '1,000 findings': call(module, 'write', MOST / 10, FORMATS),
        all: call(module, 'write', MOST, FORMATS),
        ...Object.fromEntries(FORMATS.map((format) => [format, call(module, 'write', MOST, [format])])),
      },
    };
  },
};
