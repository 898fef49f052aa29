import { readFileSync } from "node:fs";
import tseslint from "typescript-eslint";

/**
 * The rooms of the house, by floor from the ground up. A room may use those of lower floors and nothing else, types
 * included; test/contract/house.test.ts sees that no room is missing and that there is no circle.
 */
const FLOORS = JSON.parse(readFileSync(new URL("scripts/floors.json", import.meta.url), "utf8"));

const filesOf = (room) =>
  room === "policy-pack" ? ["policy-pack/**"] : room === "judge" ? ["src/judge.ts"] : [`src/${room}/**`];

/** What each room must not import: those beside it and above it. */
const fences = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const closed = [...rooms.filter((other) => other !== room), ...FLOORS.slice(floor + 1).flat()];
    return {
      files: filesOf(room),
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: closed.map((other) => ({
              regex: `^(?:\\./|(?:\\.\\./)+)(?:src/)?${other}(?:/|$)`,
              message: `${room} must not use ${other}: arrows go down only (scripts/floors.json).`,
            })),
          },
        ],
      },
    };
  }),
);

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "**/node_modules/",
      "coverage/",
      "scripts/engine/",
      "test/programs/awkward/syntax-error-typescript/",
      "**/*.js",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { project: "./tsconfig.check.json" } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 18],
    },
  },
  ...fences,
  {
    // What is absent is asked of the plan as a whole: it knows what it does not show.
    files: ["src/products/**", "src/graph/**", "src/filing/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[object.callee.property.name='ofType'][property.name=/^(length|some|every|find|at|includes)$/]",
          message: "A plan may not show all of a type: conclude nothing from the list, and ask plan.absenceDoubt.",
        },
        {
          selector: "MemberExpression[property.name=/^(isolated|missing|bridged)$/]",
          message: "Why something may be absent is asked in one place: plan.absenceDoubt.",
        },
      ],
    },
  },
  // Tests take plans and registers apart, to make others of them.
  {
    files: ["test/contract/worlds/**"],
    rules: { "@typescript-eslint/dot-notation": ["error", { allowPrivateClassPropertyAccess: true }] },
  },
  { files: ["**/*.mjs", "**/*.cjs"], ...tseslint.configs.disableTypeChecked },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
