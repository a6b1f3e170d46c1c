import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

export default defineConfig({ ignores: ["dist", "node_modules"] }, js.configs.recommended, {
  files: ["**/*.{ts,tsx}"],
  extends: [ts.configs.strictTypeChecked, a11y.flatConfigs.recommended, hooks.configs.flat.recommended],
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    // A focusable scroll region is what keyboard users need to scroll it.
    "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["log", "region", "group"], tags: [] }],
  },
});
