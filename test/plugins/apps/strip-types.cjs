const { stripTypeScriptTypes } = require("node:module");

/** A loader for webpack, which reads no TypeScript by itself. */
module.exports = (text) => stripTypeScriptTypes(text);
