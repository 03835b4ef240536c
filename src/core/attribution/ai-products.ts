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
 * The products that are known, each spelling as it stands in public commits or in the product’s own sources. Sources where
 * one is written down: docs of Claude Code (attribution), openai/codex#11617, aider.chat/docs/git.html, the prompts of
 * OpenHands, Qwen Code, Crush and Cline, Linux' coding-assistants.rst (`Assisted-by`).
 */
export const AI_PRODUCTS: readonly AiProduct[] = [
  {
    name: 'Claude',
    emails: ['noreply@anthropic.com', 'claude@anthropic.com'],
    accounts: ['claude', 'claude[bot]', 'anthropic-code-agent[bot]'],
    names: ['Claude Code', 'Claude Opus*', 'Claude Sonnet*', 'Claude Haiku*', 'Claude AI'],
    sharedNames: ['Claude'],
    trailers: ['Claude-Session', 'Claude-Generated-By', 'Claude-Steers'],
  },
  {
    name: 'GitHub Copilot',
    accounts: ['Copilot', 'copilot-swe-agent', 'copilot-swe-agent[bot]', 'github-copilot[bot]'],
    names: ['Copilot', 'GitHub Copilot*', 'Copilot CLI*', 'Copilot App'],
    trailers: ['Copilot-Session', 'Agent-Logs-Url'],
  },
  {
    name: 'OpenAI Codex',
    emails: ['noreply@openai.com', 'codex@openai.com'],
    accounts: ['codex', 'chatgpt-codex-connector[bot]', 'openai-code-agent[bot]'],
    names: ['Codex', 'Codex CLI*', 'OpenAI Codex*', 'ChatGPT*', 'GPT-4*', 'GPT-5*'],
    trailers: ['Codex-Session'],
  },
  {
    name: 'Cursor',
    emails: ['cursoragent@cursor.com', 'agent@cursor.com', 'noreply@cursor.com', 'composer@anysphere.co'],
    accounts: ['cursoragent', 'cursor[bot]'],
    names: ['Cursor', 'Cursor Agent', 'Cursor AI'],
    trailers: ['Cursor-Session'],
  },
  {
    name: 'Devin',
    accounts: ['devin-ai-integration', 'devin-ai-integration[bot]'],
    names: ['Devin AI', 'devin-ai-integration'],
    sharedNames: ['Devin'],
  },
  {
    name: 'aider',
    emails: ['aider@aider.chat', 'noreply@aider.chat'],
    names: ['aider', 'aider (*)', '* (aider)'],
  },
  {
    name: 'Gemini',
    emails: ['gemini-cli@google.com'],
    accounts: ['gemini-code-assist[bot]', 'gemini-cli[bot]'],
    names: ['Gemini CLI*', 'gemini-cli', 'Gemini Code Assist*', 'Google Gemini*'],
    sharedNames: ['Gemini'],
  },
  {
    name: 'Jules',
    emails: ['jules@google.com'],
    accounts: ['google-labs-jules[bot]', 'jules-fleet[bot]'],
    names: ['Google Labs Jules', 'Google Jules'],
    sharedNames: ['Jules'],
  },
  { name: 'OpenHands', emails: ['openhands@all-hands.dev'], names: ['openhands', 'openhands-agent'] },
  {
    name: 'Windsurf',
    emails: ['windsurf@codeium.com', 'noreply@codeium.com', 'noreply@windsurf.com'],
    names: ['Windsurf', 'Codeium'],
    sharedNames: ['Cascade'],
  },
  { name: 'Amp', emails: ['amp@ampcode.com'], sharedNames: ['Amp'], trailers: ['Amp-Thread-ID'] },
  {
    name: 'goose',
    emails: ['goose@block.xyz', 'goose-agent@block.xyz'],
    accounts: ['aaif-goose'],
    sharedNames: ['goose'],
  },
  { name: 'Cline', emails: ['noreply@cline.bot'], sharedNames: ['Cline'] },
  {
    name: 'Roo Code',
    emails: ['roomote@roocode.com', 'roomote@roomote.dev'],
    accounts: ['roomote[bot]', 'roomote-roomote[bot]'],
    names: ['Roo Code', 'Roomote'],
  },
  {
    name: 'Kiro',
    emails: ['noreply@kiro.dev', 'kiro@kiro.dev'],
    accounts: ['kiro-agent', 'kiro-agent[bot]'],
    names: ['Kiro Agent'],
    sharedNames: ['Kiro'],
  },
  { name: 'Amazon Q', accounts: ['amazon-q-developer[bot]'], names: ['Amazon Q', 'Amazon Q Developer*'] },
  { name: 'Zed', emails: ['noreply@zed.dev'] },
  { name: 'Warp', emails: ['agent@warp.dev', 'oz-agent@warp.dev'], sharedNames: ['Warp', 'Oz'] },
  {
    name: 'Junie',
    emails: ['junie@jetbrains.com'],
    accounts: ['jetbrains-junie[bot]'],
    names: ['JetBrains Junie'],
    sharedNames: ['Junie'],
  },
  { name: 'Sweep', accounts: ['sweep-ai[bot]'], names: ['Sweep AI'] },
  { name: 'CodeRabbit', accounts: ['coderabbitai[bot]'], names: ['CodeRabbit', 'coderabbitai'] },
  { name: 'Qwen Code', emails: ['qwen-coder@alibabacloud.com'], names: ['Qwen Code*'] },
  {
    name: 'opencode',
    emails: ['noreply@opencode.ai'],
    accounts: ['opencode-agent[bot]'],
    names: ['opencode'],
  },
  { name: 'Crush', emails: ['crush@charm.land'], sharedNames: ['Crush'] },
  { name: 'Mistral Vibe', emails: ['vibe@mistral.ai'], names: ['Mistral Vibe'] },
  { name: 'Factory Droid', accounts: ['factory-droid[bot]'], names: ['factory-droid', 'Factory Droid'] },
  {
    name: 'Lovable',
    emails: ['noreply@lovable.dev'],
    accounts: ['gpt-engineer-app[bot]', 'lovable-dev[bot]'],
    names: ['gpt-engineer-app[bot]'],
    sharedNames: ['Lovable'],
  },
  { name: 'v0', accounts: ['v0[bot]'], sharedNames: ['v0'] },
  {
    name: 'Replit Agent',
    emails: ['agent@replit.com'],
    names: ['Replit Agent', 'Replit AI Agent'],
    trailers: ['Replit-Commit-Author: Agent', 'Replit-Commit-Author: Assistant'],
  },
  { name: 'Trae', emails: ['traecli@bytedance.com'] },
];
