// Snippets of JavaScript in the compiled Java; ModuleTest says when to renew them.
export default [
  ["[\"__this__\",\"return __this__;\"]", wrap => (function(wrapCallFromJavaToJs, __this__) { return __this__; }).bind(null, wrap)],
  ["[\"array\",\"return array;\"]", wrap => (function(wrapCallFromJavaToJs, array) { return array; }).bind(null, wrap)],
  ["[\"buffer\",\"return buffer;\"]", wrap => (function(wrapCallFromJavaToJs, buffer) { return buffer; }).bind(null, wrap)],
  ["[\"number\",\"return number;\"]", wrap => (function(wrapCallFromJavaToJs, number) { return number; }).bind(null, wrap)],
  ["[\"str\",\"return str;\"]", wrap => (function(wrapCallFromJavaToJs, str) { return str; }).bind(null, wrap)],
  ["[\"value\",\"return value;\"]", wrap => (function(wrapCallFromJavaToJs, value) { return value; }).bind(null, wrap)],
  ["[\"{return {};}\"]", wrap => (function(wrapCallFromJavaToJs) { {return {};} }).bind(null, wrap)],
];
