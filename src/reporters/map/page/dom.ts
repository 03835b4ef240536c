type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** An element with attributes, where `null` and `false` are none; a text can only ever be a text. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

export function setAttributes(element: Element, attributes: Properties): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A button that does something. */
export function button(attributes: Properties, act: () => void, ...children: readonly (Node | string)[]) {
  const element = el('button', { type: 'button', ...attributes }, ...children);
  element.addEventListener('click', act);
  return element;
}
