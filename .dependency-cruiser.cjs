/**
 * Who may know whom (HOUSE.md, Rooms), as rules that fail the build.
 * Each room names what it may import; everything else of ours is refused.
 * `tests/unit/house/rooms.test.ts` plants violations and expects them to be caught.
 */
const ROOMS = 'checks|components|entrypoints|gate|identity|platforms|review|runtime|storage|team|tests|scripts';

/** A room, and the paths (regular expressions) of ours it may import besides itself. */
const room = (name, sentence, allowed) => ({
  name: `room-${name}`,
  comment: sentence,
  severity: 'error',
  from: { path: `^${name}/` },
  to: { path: `^(${ROOMS})/`, pathNot: [`^${name}/`, ...allowed] },
});

/** The same, but only `import type` is allowed across. */
const typesOnly = (name, from, to, comment, pathNot = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to, pathNot, dependencyTypesNot: ['type-only'] },
});

/** Matches a package by its folder, so that a deep import does not slip through. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|\\.|$)`;

const PURE = '^(checks|review|platforms)/';

module.exports = {
  forbidden: [
    room('checks', 'Text and context in, findings out: knows nothing of ours.', []),
    room('platforms', 'Adapters are data; the schema shares the surface names with the model.', ['^review/model\\.ts$']),
    room('review', 'The pure life of a held post.', ['^checks/', '^platforms/']),
    room('identity', 'Who is signed in, and signatures.', ['^review/']),
    room('storage', 'The only room that opens a database.', ['^review/', '^checks/', '^identity/', '^platforms/', '^runtime/']),
    room('team', 'Carries signed records.', ['^review/', '^identity/']),
    room('gate', 'Between the click and the site.', ['^platforms/', '^review/', '^runtime/', '^checks/finding\\.ts$']),
    room('components', 'Views watch queries and send commands.', ['^review/', '^checks/', '^platforms/', '^identity/', '^storage/(queries/|session-store\\.ts$|rows\\.ts$)', '^runtime/']),
    room('runtime', 'The extension API and the message client.', ['^review/']),
    {
      name: 'nobody-imports-entrypoints',
      comment: 'Entrypoints wire the parts; a part that needs one has its wiring upside down.',
      severity: 'error',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Fixtures and fakes never ship.',
      severity: 'error',
      from: { pathNot: '^(tests|scripts)/|^(vitest|playwright)\\.config\\.ts$' },
      to: { path: '^(tests|scripts)/' },
    },
    typesOnly('review-takes-types-of-checks', '^review/', '^checks/', 'review/ judges findings; it never runs a check.'),
    typesOnly('runtime-takes-types', '^runtime/', '^review/', 'The message client carries the contract, it does not run it.'),
    typesOnly('gate-takes-types-of-the-contract', '^gate/', '^review/contract\\.ts$', 'The contract brings Zod; a script in every tab must not.'),
    typesOnly('gate-takes-types-of-the-schema', '^gate/', '^platforms/schema\\.ts$', 'The adapter schema brings full Zod; the gate gets parsed data.'),
    typesOnly('gate-takes-types-of-findings', '^gate/', '^checks/', 'Checks run in the background; the gate only shows what they found.'),
    typesOnly('components-take-types-of-rows', '^components/', '^storage/rows\\.ts$', 'Views read through queries.'),
    {
      name: 'pure-rooms-touch-no-browser',
      comment: 'checks, review and platforms run in Node, a page and a worker alike.',
      severity: 'error',
      from: { path: PURE },
      to: { path: packages('wxt', '@wxt-dev', 'webextension-polyfill', 'react', 'react-dom', 'preact', 'dexie', 'zustand', '@base-ui', '@floating-ui', 'hash-wasm') },
    },
    {
      name: 'pure-rooms-use-no-node',
      comment: 'Node’s own modules do not exist in a browser.',
      severity: 'error',
      from: { path: `${PURE}|^(identity|storage|gate|components|runtime|entrypoints)/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'gate-stays-light',
      comment: 'It loads in every covered tab: no React, no database, no full Zod (interface.md §0.4, §0.5).',
      severity: 'error',
      from: { path: '^gate/|^entrypoints/(gate|page)\\.content/' },
      to: { path: packages('react', 'react-dom', 'dexie', 'zod', 'zustand', '@base-ui', 'hash-wasm', '@zxcvbn-ts') },
    },
    {
      name: 'only-storage-opens-the-database',
      comment: 'One writer, one schema.',
      severity: 'error',
      from: { pathNot: '^(storage|tests)/' },
      to: { path: packages('dexie') },
    },
    {
      name: 'only-runtime-touches-the-extension-api',
      comment: 'One fence around the browser object; entrypoints may use WXT’s define helpers.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: '^(runtime|tests|scripts)/' },
      to: { path: packages('webextension-polyfill', 'wxt/(dist/)?browser', '@wxt-dev/browser') },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: `^(${ROOMS})/` },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'An import that leads nowhere passes every other rule.',
      severity: 'error',
      from: { path: `^(${ROOMS})/` },
      to: { couldNotResolve: true, pathNot: '\\?(inline|raw|url)$|^#imports$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|\\.wxt|\\.cache|public)/|\\.module\\.css$' },
    // Type-only imports must be seen, or the "types only" rules would pass everything.
    tsPreCompilationDeps: true,
    // Without these two, packages with an exports map stay unresolved and the package rules pass silently.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts', '.css'] },
  },
};
