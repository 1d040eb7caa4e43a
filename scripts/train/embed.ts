/** The model as a module, so that checks stay synchronous and need no file access in any of the places they run. */
export function embed(bytes: Uint8Array): string {
  return `/** Made from heads.bin by scripts/train. Do not edit. */\nexport const EMBEDDED =\n  '${Buffer.from(bytes).toString('base64')}';\n`;
}
