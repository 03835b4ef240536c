import { button } from './dom.js';

/** Light or dark: as the system has it until somebody chooses. */
export function createThemeSwitch(): HTMLElement {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const isDark = (): boolean => (root.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const toggle = button({ class: 'theme' }, () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    tell();
  });
  const tell = (): void => {
    toggle.textContent = isDark() ? 'Light' : 'Dark';
    toggle.setAttribute('aria-label', `Switch to the ${isDark() ? 'light' : 'dark'} theme`);
  };
  system.addEventListener('change', tell);
  tell();
  return toggle;
}
