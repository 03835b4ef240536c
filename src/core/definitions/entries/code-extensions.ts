/** Extensions that a lone `.tsx` can mean. `.env`, `.gitignore` and every other name that begins with a dot is a name. */
export const CODE_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    'astro bash bat c cc cfg cjs clj conf cpp cs css csv cts cxx dart ex exs fish fs gd go gql gradle graphql groovy h ' +
    'hbs hcl hh hpp hs htm html hxx ini ipynb java jinja jl js json json5 jsonc jsx kt kts less lua m md mdx mjs ml mm ' +
    'mts nim php pl plist png proto ps1 pug py pyi pyx r rb rs rst sass scala scss sh snap sol sql svelte svg swift tex ' +
    'tf tfvars tmpl toml ts tsv tsx txt vb vue wasm xml xsl yaml yml zig zsh'
  ).split(' '),
);

/** What may stand before an extension in such a word: `.test.ts`, `.d.ts`, `.module.css`. */
export const BEFORE_EXTENSION: ReadonlySet<string> = new Set(
  'bench config cy d e2e fixture gen generated min mock module pb routes spec stories story styles test'.split(
    ' ',
  ),
);
