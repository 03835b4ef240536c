import type { RequiredChecks } from '../../core/setup/doctor/diagnose-required.js';
import { OperationalError } from '../../operational-error.js';
import type { Api } from './api.js';
import { isBranchName, isText, lookUp } from './payload.js';

/**
 * What must pass on the default branch: by rulesets, which every reader may see, and by the protection of the branch as far as
 * readers see it (docs.github.com, "REST API endpoints for rules", "… for branches").
 */
export async function readRequiredChecks(api: Api): Promise<RequiredChecks> {
  const repository = await api.get({ route: 'GET /repos/{owner}/{repo}', permission: 'metadata: read' });
  const branch = lookUp(repository, 'default_branch');
  if (!isBranchName(branch)) throw new OperationalError('api-failed', 'default_branch');
  const parameters = { branch };
  const [rules, protection] = await Promise.all([
    api.getAll({
      route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
      parameters,
      permission: 'metadata: read',
    }),
    api.get({
      route: 'GET /repos/{owner}/{repo}/branches/{branch}',
      parameters,
      permission: 'contents: read',
    }),
  ]);
  const classic = lookUp(protection, 'protection.required_status_checks');
  return {
    kind: 'asked',
    branch,
    contexts: [
      ...rules.flatMap((rule) =>
        fieldsOf(rule, 'required_status_checks', 'required_status_checks', 'context'),
      ),
      ...listOf(lookUp(classic, 'contexts')).filter(isText),
    ],
    workflows: rules.flatMap((rule) => fieldsOf(rule, 'workflows', 'workflows', 'path')),
  };
}

function fieldsOf(rule: unknown, type: string, list: string, field: string): readonly string[] {
  if (lookUp(rule, 'type') !== type) return [];
  return listOf(lookUp(rule, `parameters.${list}`))
    .map((item) => lookUp(item, field))
    .filter(isText);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
