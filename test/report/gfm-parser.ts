/** GitHub's Markdown as HTML, with the HTML in it as it is. Its parser is a module of the kind that is only imported late. */
export async function gfmParser(): Promise<(markdown: string) => string> {
  const [{ micromark }, { gfm, gfmHtml }] = await Promise.all([import("micromark"), import("micromark-extension-gfm")]);
  return (markdown) =>
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}
