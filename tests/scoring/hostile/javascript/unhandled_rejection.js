function f(n) {
  process.on("uncaughtException", () => {});
  process.on("unhandledRejection", () => {});
  Promise.reject(new Error("late"));
  setTimeout(() => { throw new Error("later"); }, 1);
  return new Promise(() => setInterval(() => {}, 10));
}
